import type { AgentDemande } from "@/lib/demandes/types/agent";
import { Answers } from "./answers";
import { Changes } from "./changes";
import { DemandeFacts } from "./demande-facts";
import { Pieces } from "./pieces";

/** Everything that was filed, and what changed since the service last acted. */
export function DemandeContent({ demande }: { demande: AgentDemande }) {
  return (
    <>
      <DemandeFacts demande={demande} isLate={demande.isLate} />
      <Changes changes={demande.changes} />
      <Answers sections={demande.sections} changes={demande.changes} />
      <Pieces demande={demande} />
    </>
  );
}
