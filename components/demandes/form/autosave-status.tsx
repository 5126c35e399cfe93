import type { AutosaveState } from "./use-autosave";

/** What becomes of what was typed, in one line that stays in view. */
export function AutosaveStatus({ state }: { state: AutosaveState }) {
  const isTrouble = state.kind === "offline" || state.kind === "stale" || state.kind === "lost";
  return (
    <p role="status" className={`mb-3 min-h-[1.6em] ${isTrouble ? "font-bold text-warning" : "text-ink-soft"}`}>
      {sentence(state)}
      {state.kind === "stale" ? (
        <>
          {" "}
          <a href="">Recharger la page</a>
        </>
      ) : null}
    </p>
  );
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
      return "Pas de connexion : vos dernières réponses ne sont pas encore enregistrées. Elles restent sur cette page et nous réessayons sans cesse.";
    case "stale":
      return "Cette demande a été modifiée dans un autre onglet ou sur un autre appareil. Vos dernières réponses ne sont plus enregistrées d’ici.";
    case "lost":
      return "Votre session a pris fin. Connectez-vous à nouveau dans un autre onglet : ce que vous avez saisi reste sur cette page.";
  }
}
