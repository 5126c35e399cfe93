import { render, screen } from "@testing-library/react";
import type { AgentDemande } from "@/lib/demandes/types/agent";
import type { DemandeStatus } from "@/lib/vocabulary/demande-status";
import type { Typed } from "@/components/ui/form/refused-form";
import type { RefusedForm } from "@/lib/shared/form-state";
import { DecisionFrame } from "./decision-frame";

const last = (isReaders: boolean) => ({
  at: new Date("2026-11-30T09:00:00Z"),
  by: "Nadège Testard",
  text: "Demande rejetée",
  from: "in_progress",
  to: "rejected",
  isReaders,
});

const refusedWith = (values: RefusedForm["values"]): RefusedForm => ({
  ...{ status: "error", errors: {}, formError: "Cette demande a changé.", values, attempt: 1 },
});

/** The page « Rejeter », come back to once the demande is rejected. */
function comeBack(isReaders: boolean, refused: RefusedForm | null = null, typed: readonly Typed[] = []) {
  const demande = {
    number: "2026-AAAA-AAAA",
    status: "rejected",
    statusLabel: "Rejetée",
    applicantName: "Camille Exemple",
    demarche: { title: "Acte de naissance" },
    can: { moves: [] },
    history: [last(isReaders)],
  } as unknown as AgentDemande;
  return render(
    <DecisionFrame
      demande={demande}
      to="rejected"
      title="Rejeter"
      lead="L’usager reçoit le motif."
      refused={refused}
      typed={typed}
    >
      <button>Rejeter</button>
    </DecisionFrame>,
  );
}

it("tells an agent who comes back to the page of their own decision that they have acted, never that somebody else may have", () => {
  const { container } = comeBack(true);
  expect(screen.getByRole("heading", { name: "Vous avez déjà agi sur cette demande" })).toBeVisible();
  expect(container).toHaveTextContent("demande rejetée. Son état est maintenant « Rejetée »");
  expect(container).not.toHaveTextContent(/autre agent/);
  expect(screen.queryByRole("button", { name: "Rejeter" })).toBeNull();
});

it("tells an agent who acted, and when, where the last act is not theirs", () => {
  const { container } = comeBack(false);
  expect(container).toHaveTextContent(/30 novembre 2026.*, par Nadège Testard : demande rejetée\./);
  expect(container).not.toHaveTextContent("Vous avez déjà agi");
  expect(screen.queryByRole("heading", { name: "Il y a un problème" })).toBeNull();
});

it("says what was refused without JavaScript, and gives back what was typed, where the form is no more", () => {
  const refused = refusedWith({ reason: "La pièce est illisible." });
  const { container } = comeBack(false, refused, [{ label: "Motif du rejet", text: "La pièce est illisible." }]);
  expect(screen.getByRole("group", { name: "Il y a un problème" })).toHaveTextContent("Cette demande a changé.");
  expect(screen.getByRole("textbox", { name: "Motif du rejet" })).toHaveValue("La pièce est illisible.");
  expect(container).toHaveTextContent("par Nadège Testard");
});

it("gives back nothing where nothing was typed", () => {
  comeBack(false, refusedWith({}), [{ label: "Motif du rejet", text: "" }]);
  expect(screen.queryByText("Ce que vous aviez saisi")).toBeNull();
});

/** As an agent of its service reads it. */
const inState = (status: DemandeStatus, ...moves: DemandeStatus[]) =>
  ({
    number: "2026-7K3M-9QX2",
    status,
    statusLabel: "Son état",
    applicantName: "Camille Exemple",
    demarche: { title: "Acte de naissance" },
    can: { moves },
    history: [],
  }) as unknown as AgentDemande;

function Reopening({ demande }: { demande: AgentDemande }) {
  return (
    <DecisionFrame demande={demande} to="in_progress" title="Rouvrir la demande" lead="La décision est reprise.">
      <p>Le formulaire</p>
    </DecisionFrame>
  );
}

it("a demande is reopened only once it is decided: before, the page says that it is not possible", () => {
  const { rerender } = render(<Reopening demande={inState("pending", "in_progress", "rejected")} />);
  expect(screen.queryByText("Le formulaire")).not.toBeInTheDocument();
  expect(screen.getByText("Ce n’est pas possible dans l’état présent de la demande")).toBeInTheDocument();
  rerender(<Reopening demande={inState("validated", "in_progress")} />);
  expect(screen.getByText("Le formulaire")).toBeInTheDocument();
});
