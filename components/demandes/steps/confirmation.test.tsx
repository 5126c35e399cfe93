import { render, screen } from "@testing-library/react";
import type { DemandeView } from "@/lib/demandes/types";
import { Confirmation } from "./confirmation";

const demande = {
  number: "2026-ABCD-1234",
  revision: 1,
  belongsToAccount: false,
  demarche: { title: "Signaler un problème" },
  service: { name: "Voirie", phone: "03 00 00 00 00", email: "" },
  definition: { maxDays: 30 },
  dueAt: null,
} as unknown as DemandeView;

const shown = (letterLeavesAt: Date | null) =>
  render(<Confirmation demande={demande} isSignedIn={false} letterLeavesAt={letterLeavesAt} />);

describe("Confirmation", () => {
  it("announces the letter that leaves now", () => {
    shown(null);
    expect(screen.getByText(/^Vous allez recevoir un accusé de réception/)).toBeTruthy();
  });

  it("says when a letter that waits for its turn will leave, the number standing on the screen", () => {
    shown(new Date("2026-11-29T14:20:00Z"));
    expect(screen.getByText(/l’accusé de réception partira plus tard, le 29 novembre 2026 à 15.h.20/)).toBeTruthy();
    expect(screen.getAllByText(/2026-ABCD-1234/).length).toBeGreaterThan(0);
    expect(screen.queryByText(/^Vous allez recevoir/)).toBeNull();
  });
});
