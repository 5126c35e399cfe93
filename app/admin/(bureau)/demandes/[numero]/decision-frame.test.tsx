import { render, screen } from "@testing-library/react";
import type { AgentDemande } from "@/lib/demandes/types/agent";
import type { DemandeStatus } from "@/lib/vocabulary/demande-status";
import { DecisionFrame } from "./decision-frame";

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
