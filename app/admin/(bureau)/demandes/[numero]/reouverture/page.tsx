import { DecisionFrame } from "../decision-frame";
import { ReasonForm } from "@/components/admin/reason-form";
import { getDemandeForAgent } from "@/lib/demandes/queries/get-demande-for-agent";
import { requireAgent } from "@/lib/web/current-actor";
import { orNotFound } from "@/lib/web/or-not-found";
import { reopenDemandeAction } from "../actions";

const title = "Rouvrir la demande";

export default async function ReopenPage({ params }: PageProps<"/admin/demandes/[numero]/reouverture">) {
  const agent = await requireAgent();
  const { numero } = await params;
  const demande = await orNotFound(() => getDemandeForAgent(agent, numero));
  return (
    <DecisionFrame
      demande={demande}
      to="in_progress"
      title={title}
      lead="La décision est reprise&nbsp;: la demande revient en traitement, et l’usager en est informé."
    >
      <ReasonForm
        demande={demande}
        action={reopenDemandeAction}
        title={title}
        label="Motif de la réouverture"
        button="Rouvrir la demande"
      />
    </DecisionFrame>
  );
}
