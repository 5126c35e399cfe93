import { useState } from "react";
import type { AutosaveState } from "./use-autosave";

/** What becomes of what was typed, in one line that stays in view; aloud, only what changes for the person. */
export function AutosaveStatus({ state }: { state: AutosaveState }) {
  const [heard, setHeard] = useState({ state, text: "" });
  if (heard.state !== state) setHeard({ state, text: spokenAfter(heard.text, state) });
  return (
    <>
      <p className={`mb-3 min-h-[1.6em] ${isTrouble(state) ? "font-bold text-warning" : "text-ink-soft"}`}>
        {/* Once for who reads the page by ear: the trouble is said below. */}
        <span aria-hidden={isTrouble(state) || undefined}>{sentence(state)}</span>
        {state.kind === "stale" ? (
          <a href="" className="ml-1">
            Recharger la page
          </a>
        ) : null}
      </p>
      <p role="status" className="sr-only">
        {heard.text}
      </p>
    </>
  );
}

const first = "Vos réponses sont enregistrées à mesure que vous les saisissez.";
const again = "Vos réponses sont de nouveau enregistrées.";

/**
 * The first save, each trouble, and its end: twice a field would cut off the name of the next one. The same text again is not
 * spoken.
 */
function spokenAfter(before: string, state: AutosaveState): string {
  // The same trouble is said again to who presses « Continuer » again: a space more is another text.
  if (isTrouble(state)) return before === sentence(state) && state.isHeld ? `${before}\u00A0` : sentence(state);
  if (state.kind !== "saved") return before;
  if (before === "") return first;
  return before === first ? first : again;
}

type Trouble = Exclude<AutosaveState, { kind: "saved" }> & { kind: "offline" | "stale" | "lost" };

function isTrouble(state: AutosaveState): state is Trouble {
  const { kind } = state;
  return kind === "offline" || kind === "stale" || kind === "lost";
}

function sentence(state: AutosaveState): string {
  switch (state.kind) {
    case "idle":
      return "";
    case "saving":
      return "Enregistrement…";
    case "saved":
      return `Enregistré à ${state.time}`;
    case "offline":
      return "Pas de connexion : rien n’est parti. Vos réponses restent sur cette page. Continuez dès qu’elle revient.";
    case "stale":
      return "Cette demande a été modifiée dans un autre onglet ou sur un autre appareil. Vos dernières réponses ne sont plus enregistrées d’ici.";
    case "lost":
      return "Votre session a pris fin. Connectez-vous à nouveau dans un autre onglet : ce que vous avez saisi reste sur cette page.";
  }
}
