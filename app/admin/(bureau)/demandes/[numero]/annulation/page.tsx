import { DecisionFrame } from "../decision-frame";
import { ReasonForm } from "@/components/admin/reason-form";
import { getDemandeForAgent } from "@/lib/demandes/queries/get-demande-for-agent";
import { requireAgent } from "@/lib/web/current-actor";
import { orNotFound } from "@/lib/web/or-not-found";
import { cancelDemandeAction } from "../actions";

const title = "Annuler la demande";

export default async function CancelPage({ params }: PageProps<"/admin/demandes/[numero]/annulation">) {
  const agent = await requireAgent();
  const { numero } = await params;
  const demande = await orNotFound(() => getDemandeForAgent(agent, numero));
  return (
    <DecisionFrame
      demande={demande}
      to="cancelled"
      title={title}
      lead="L’annulation est définitive&nbsp;: une demande annulée ne se rouvre pas."
    >
      <ReasonForm
        demande={demande}
        action={cancelDemandeAction}
        title={title}
        label="Motif de l’annulation"
        button="Annuler la demande"
        isDangerous
      />
    </DecisionFrame>
  );
}
