import { render, screen, within } from "@testing-library/react";
import type { MailLine } from "@/lib/audit/types";
import type { FormState } from "@/lib/shared/form-state";
import { FailedLetters } from "@/components/demandes/agents/failed-letters";
import { MailTable } from "./mail-table";

const retry = async (previous: FormState) => previous;
const at = new Date("2026-11-23T10:00:00Z");
const mail = (id: string, lastError: string, about: MailLine["about"]) =>
  ({
    id,
    kind: "demande.decided",
    state: "failed",
    attempts: 48,
    createdAt: at,
    nextAttemptAt: at,
    sentAt: null,
    lastError,
    about,
  }) as MailLine;

describe("the letters that failed", () => {
  const lines = [
    mail("1", "smtp: EENVELOPE 550", { kind: "demande", number: "2026-AAAA-AAAA", person: "Camille Exemple" }),
    mail("2", "TypeError", null),
  ];

  it("name the demande, which they lead to, and the person", () => {
    render(<MailTable lines={lines} retry={retry} />);
    const row = within(screen.getByRole("row", { name: /Camille Exemple/ }));
    expect(row.getByRole("link", { name: "Demande 2026-AAAA-AAAA" })).toHaveAttribute(
      "href",
      "/admin/demandes/2026-AAAA-AAAA",
    );
    expect(row.getByText("Camille Exemple")).toBeVisible();
  });

  it("say in words why, without a code, save what is ours to explain", () => {
    const { container } = render(<MailTable lines={lines} retry={retry} />);
    expect(container).toHaveTextContent("Le serveur du destinataire a refusé cette adresse.");
    expect(container).not.toHaveTextContent(/EENVELOPE|smtp/);
    expect(container).toHaveTextContent(/donnez ce code à qui l’entretient\.Code\s: TypeError/);
  });
});

describe("a demande of which a letter failed", () => {
  it("says so, with the letter, its day and why, in words", () => {
    const { container } = render(
      <FailedLetters letters={[{ kind: "demande.decided", at, error: "smtp: EENVELOPE 550" }]} />,
    );
    expect(screen.getByRole("heading", { name: "Un courriel au demandeur n’est pas parti" })).toBeVisible();
    expect(screen.getByRole("listitem")).toHaveTextContent(
      /^Décision sur une demande.*, le 23 novembre 2026.* Le serveur du destinataire a refusé cette adresse\.$/,
    );
    expect(container).toHaveTextContent("Prévenez le demandeur par un autre moyen.");
    expect(container).not.toHaveTextContent(/EENVELOPE/);
  });

  it("says nothing where every letter left", () => {
    expect(render(<FailedLetters letters={[]} />).container).toBeEmptyDOMElement();
  });
});
