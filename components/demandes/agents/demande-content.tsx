import { Notice } from "@/components/ui/notice";
import type { AgentDemande } from "@/lib/demandes/types/agent";
import { formatDate } from "@/lib/shared/dates";
import { SummarySections } from "../summary-sections";
import { Changes } from "./changes";
import { DemandeFacts } from "./demande-facts";
import { Pieces } from "./pieces";

/** Files stand with the documents that they answer, in a card of their own. */
const none = [] as const;

const pathsOf = ({ changes }: AgentDemande) => new Set(changes.map(({ path }) => path));

/** Everything that was filed, and what changed since the service last acted. */
export function DemandeContent({ demande }: { demande: AgentDemande }) {
  if (demande.anonymisedAt) return <Anonymised demande={demande} at={demande.anonymisedAt} />;
  return (
    <>
      <DemandeFacts demande={demande} isLate={demande.isLate} />
      <Changes changes={demande.changes} />
      <SummarySections sections={demande.sections} attachments={none} changed={pathsOf(demande)} />
      <Pieces demande={demande} />
    </>
  );
}

/** F7: what is left of a demande whose data were erased. */
function Anonymised({ demande, at }: { demande: AgentDemande; at: Date }) {
  return (
    <>
      <Notice title="Demande anonymisée">
        <p>
          Les réponses, les pièces et les échanges ont été effacés le {formatDate(at)} : leur durée de conservation est
          passée, ou la personne a supprimé son compte. Restent la démarche, les dates et les états.
        </p>
      </Notice>
      <DemandeFacts demande={demande} isLate={false} />
    </>
  );
}
