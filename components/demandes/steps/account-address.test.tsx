import { render, screen } from "@testing-library/react";
import type { DraftView } from "@/lib/demandes/types/demande";
import { changementDAdresse } from "@/catalogue/changement-d-adresse";
import { AccountAddress } from "./account-address";

const { definition } = changementDAdresse;
const after = { line: "2 place du Marché", postalCode: "80000", commune: "Amiens" };

function show(adresse: Record<string, unknown>, { isSignedIn = true, mode = "new" } = {}) {
  const context = { today: "2026-11-30", isSignedIn };
  render(<AccountAddress draft={{ mode, definition, context, answers: { adresse } } as unknown as DraftView} />);
}

describe("AccountAddress", () => {
  it("asks whoever moved, with a box that nobody ticked", () => {
    show({ after, from: "2026-11-30" });
    const box = screen.getByRole("checkbox", { name: "Mettre à jour aussi l’adresse de mon compte" });
    expect((box as HTMLInputElement).checked).toBe(false);
  });

  it("says before the day of the move that nothing changes, and where to change it then", () => {
    show({ after, from: "2026-12-01" });
    expect(screen.queryByRole("checkbox")).toBeNull();
    expect(screen.getByText(/1er.décembre.2026/)).toBeTruthy();
    expect(screen.getByRole("link", { name: /adresse de votre compte/ }).getAttribute("href")).toBe(
      "/espace/compte/donnees/adresse",
    );
  });

  it.each([
    ["without account", { after, from: "2026-11-30" }, { isSignedIn: false }],
    ["once it is filed", { after, from: "2026-11-30" }, { mode: "change" }],
    ["without the day", { after }, {}],
    ["without an address that was understood", { after: { raw: { line: "x" } }, from: "2026-11-30" }, {}],
  ])("asks nothing %s", (_, adresse, more) => {
    show(adresse, more);
    expect(screen.queryByRole("checkbox")).toBeNull();
    expect(screen.queryByRole("link")).toBeNull();
  });
});
