import { render, screen } from "@testing-library/react";
import { AutosaveStatus } from "./autosave-status";
import type { AutosaveState } from "./use-autosave";

const saved = (time: string): AutosaveState => ({ kind: "saved", time });

/** What a screen reader says: each new text of the live region, in order. */
function heardAfter(states: readonly AutosaveState[]): string[] {
  const { rerender } = render(<AutosaveStatus state={{ kind: "idle" }} />);
  const heard: string[] = [];
  let before = "";
  for (const state of states) {
    rerender(<AutosaveStatus state={state} />);
    const now = screen.getByRole("status").textContent;
    if (now !== before && now !== "") heard.push(now);
    before = now;
  }
  return heard;
}

it("says the first save, and no other", () => {
  expect(heardAfter([{ kind: "saving" }, saved("17 h 48"), { kind: "saving" }, saved("17 h 49")])).toEqual([
    "Vos réponses sont enregistrées à mesure que vous les saisissez.",
  ]);
  expect(screen.getByText("Enregistré à 17 h 49")).toBeVisible();
});

it("says each trouble, and its end", () => {
  const heard = heardAfter([saved("17 h 48"), { kind: "offline" }, { kind: "saving" }, saved("17 h 50")]);
  expect(
    heard.map((text) =>
      text
        .split(/[\s\u00A0]/)
        .slice(0, 3)
        .join(" "),
    ),
  ).toEqual(["Vos réponses sont", "Pas de connexion", "Vos réponses sont"]);
  expect(heard.at(-1)).toContain("de nouveau");
});

it("says aloud that what is typed is no longer saved", () => {
  expect(heardAfter([{ kind: "stale" }])[0]).toContain("ne sont plus enregistrées");
  expect(screen.getByText("Recharger la page")).toBeVisible();
});

it("says again, to who presses « Continuer » without a connection, that nothing left", () => {
  const held: AutosaveState = { kind: "offline", isHeld: true };
  const heard = heardAfter([{ kind: "offline" }, { ...held }, { ...held }, { ...held }]);
  expect(new Set(heard).size).toBe(2);
  expect(heard).toHaveLength(4);
  for (const text of heard.slice(1)) expect(text).toContain("rien n’est parti");
  expect(screen.getAllByText(/rien n’est parti/).length).toBeGreaterThan(0);
});
