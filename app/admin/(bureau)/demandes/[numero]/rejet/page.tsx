import { DecisionFrame } from "../decision-frame";
import { ReasonForm } from "@/components/admin/reason-form";
import { getDemandeForAgent } from "@/lib/demandes/queries/get-demande-for-agent";
import { requireAgent } from "@/lib/web/current-actor";
import { orNotFound } from "@/lib/web/or-not-found";
import { rejectDemandeAction } from "../actions";

const title = "Rejeter la demande";

export default async function RejectPage({ params }: PageProps<"/admin/demandes/[numero]/rejet">) {
  const agent = await requireAgent();
  const { numero } = await params;
  const demande = await orNotFound(() => getDemandeForAgent(agent, numero));
  return (
    <DecisionFrame
      demande={demande}
      to="rejected"
      title={title}
      lead="L’usager reçoit la décision et son motif, avec les voies de recours."
    >
      <ReasonForm
        demande={demande}
        action={rejectDemandeAction}
        title={title}
        label="Motif du rejet"
        button="Rejeter la demande"
        isDangerous
      />
    </DecisionFrame>
  );
}
