import { Answers } from "@/components/admin/answers";
import { Changes } from "@/components/admin/changes";
import { DecisionPanel } from "@/components/admin/decision-panel";
import { DemandeFacts } from "@/components/admin/demande-facts";
import { History } from "@/components/admin/history";
import { Pieces } from "@/components/admin/pieces";
import { agentTone } from "@/components/admin/status-tone";
import { Page } from "@/components/layout/page";
import { PageHeading } from "@/components/layout/page-heading";
import { PageTitle } from "@/components/layout/page-title";
import { BackLink } from "@/components/ui/back-link";
import { StatusTag } from "@/components/ui/status-tag";
import { getDemandeForAgent } from "@/lib/demandes/queries/get-demande-for-agent";
import { requireAgent } from "@/lib/web/current-actor";
import { orNotFound } from "@/lib/web/or-not-found";
import { completeDemandeAction, takeChargeAction } from "./actions";

export default async function AgentDemandePage({ params }: PageProps<"/admin/demandes/[numero]">) {
  const agent = await requireAgent();
  const { numero } = await params;
  const demande = await orNotFound(() => getDemandeForAgent(agent, numero));
  const title = `Demande n°\u00a0${demande.number}`;
  const tag = <StatusTag tone={agentTone[demande.status]} label={demande.statusLabel} />;
  const panel = <DecisionPanel demande={demande} takeCharge={takeChargeAction} complete={completeDemandeAction} />;
  return (
    <Page before={<BackLink href="/admin/demandes">Demandes</BackLink>} aside={panel}>
      <PageTitle title={title} />
      <PageHeading caption={demande.demarche.title} title={title} tag={tag} />
      <DemandeFacts demande={demande} isLate={demande.isLate} />
      <Changes changes={demande.changes} />
      <Answers sections={demande.sections} changes={demande.changes} />
      <Pieces demande={demande} />
      <History entries={demande.history} />
    </Page>
  );
}
