import { CorrectionForm, typedCorrections } from "@/components/demandes/agents/correction-form";
import { DecisionFrame } from "../decision-frame";
import { getDemandeForAgent } from "@/lib/demandes/queries/get-demande-for-agent";
import { findRefusal } from "@/lib/web/form/refused-request";
import { requireAgent } from "@/lib/web/session/current-actor";
import { orNotFound } from "@/lib/web/page/or-not-found";
import { declareIncompleteAction } from "../actions";

const lead = "Cochez les informations et les pièces à reprendre : l’usager ne pourra corriger que celles-là.";

export default async function CorrectionPage({ params }: PageProps<"/admin/demandes/[numero]/complements">) {
  const agent = await requireAgent();
  const { numero } = await params;
  const demande = await orNotFound(() => getDemandeForAgent(agent, numero));
  const refused = await findRefusal();
  const typed = refused ? typedCorrections(demande.flaggable, refused.values) : [];
  return (
    <DecisionFrame
      demande={demande}
      to="incomplete"
      title="Demander des compléments"
      lead={lead}
      refused={refused}
      typed={typed}
    >
      <CorrectionForm demande={demande} sections={demande.flaggable} action={declareIncompleteAction} />
    </DecisionFrame>
  );
}
