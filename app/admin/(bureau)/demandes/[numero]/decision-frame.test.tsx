import { render, screen } from "@testing-library/react";
import type { AgentDemande } from "@/lib/demandes/types/agent";
import { DecisionFrame } from "./decision-frame";

const last = (isReaders: boolean) => ({
  at: new Date("2026-11-30T09:00:00Z"),
  by: "Nadège Testard",
  text: "Demande rejetée",
  from: "in_progress",
  to: "rejected",
  isReaders,
});

/** The page « Rejeter », come back to once the demande is rejected. */
function comeBack(isReaders: boolean) {
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
    <DecisionFrame demande={demande} to="rejected" title="Rejeter" lead="L’usager reçoit le motif.">
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

it("tells an agent that somebody else may have acted where the last act is not theirs", () => {
  const { container } = comeBack(false);
  expect(container).toHaveTextContent("Un autre agent ou l’usager a peut-être agi");
  expect(container).not.toHaveTextContent("Vous avez déjà agi");
});
