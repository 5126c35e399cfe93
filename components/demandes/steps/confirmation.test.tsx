import { render, screen } from "@testing-library/react";
import type { DemandeView } from "@/lib/demandes/types/demande";
import { Confirmation } from "./confirmation";

const demande = {
  number: "2026-ABCD-1234",
  revision: 1,
  belongsToAccount: false,
  demarche: { title: "Signaler un problème" },
  service: { name: "Voirie", phone: "03 00 00 00 00", email: "" },
  delay: {
    promise: "Nous répondons le 3 décembre.",
    lawTitle: "Sans réponse",
    law: ["La loi dit le 3 février."],
    isOver: false,
  },
  papers: { labels: ["Livret de famille"], sentence: "Apportez-le au service.", until: "", where: "" },
  together: [],
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

  it("says what is promised in sight, the law under its own title, and what is to be brought on paper", () => {
    shown(null);
    expect(screen.getByText("Nous répondons le 3 décembre.").closest("details")).toBeNull();
    expect(screen.getByText("La loi dit le 3 février.").closest("details")?.textContent).toMatch(/^Sans réponse/);
    const papers = screen.getByRole("region", { name: "À remettre sur papier" });
    expect(papers.textContent).toContain("Livret de famille");
    expect(papers.textContent).toContain("Apportez-le au service.");
  });

  it("F110: names each demande of a filing to several services, its number and its récépissé, and promises one letter", () => {
    const others = [
      { number: "2026-WXYZ-5678", serviceName: "Action sociale", statusLabel: "En attente", papers: null },
    ];
    render(<Confirmation demande={{ ...demande, together: others }} isSignedIn={false} letterLeavesAt={null} />);
    expect(screen.getByRole("heading", { level: 1 }).textContent).toBe("Vos 2 demandes sont enregistrées");
    const numbers = screen.getAllByRole("listitem").map(({ textContent }) => textContent);
    expect(numbers[0]).toMatch(/^Action sociale.*2026-WXYZ-5678/);
    expect(numbers[1]).toMatch(/^Voirie.*2026-ABCD-1234/);
    expect(screen.getByRole("link", { name: /^Récépissé.*2026-WXYZ-5678/ }).getAttribute("href")).toBe(
      "/api/recepisse/2026-WXYZ-5678",
    );
    expect(screen.getByText(/pour suivre vos demandes/)).toBeTruthy();
  });

  it("F33: says that the link of the account left, to who asked for it, and offers no other way to the same thing", () => {
    const invited = { ...demande, invitation: "sent" as const };
    render(<Confirmation demande={invited} isSignedIn={false} letterLeavesAt={null} />);
    expect(screen.getByText(/le lien est envoyé à votre adresse/)).toBeTruthy();
    expect(screen.queryByRole("link", { name: "Créer mon compte" })).toBeNull();
  });

  it("F33: says that no link left where the address had too many letters, and how to have it", () => {
    const held = { ...demande, invitation: "held" as const };
    render(<Confirmation demande={held} isSignedIn={false} letterLeavesAt={null} />);
    expect(screen.queryByText(/le lien est envoyé/)).toBeNull();
    expect(screen.getByText(/son lien n’est pas parti.*Dans deux heures/)).toBeTruthy();
    expect(screen.getByRole("link", { name: "Demander le lien de mon compte" }).getAttribute("href")).toBe(
      "/inscription",
    );
  });

  it("F43: says for each service of a filing where the papers go, and until when", () => {
    const papers = {
      labels: ["Livret de famille"],
      sentence: "Apportez-le le 3 décembre, rue du Port.",
      until: "3 décembre",
      where: "rue du Port",
    };
    const others = [{ number: "2026-WXYZ-5678", serviceName: "Action sociale", statusLabel: "En attente", papers }];
    render(<Confirmation demande={{ ...demande, together: others }} isSignedIn={false} letterLeavesAt={null} />);
    const note = screen.getByRole("region", { name: "À remettre sur papier" });
    expect(note.textContent).toMatch(/Action sociale, demande n° 2026-WXYZ-5678Apportez-le le 3 décembre, rue du Port/);
    expect(note.textContent).toMatch(/Voirie, demande n° 2026-ABCD-1234Apportez-le au service/);
  });
});
