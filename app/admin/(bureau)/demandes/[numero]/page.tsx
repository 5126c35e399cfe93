import { canDecide, DecisionPanel } from "@/components/demandes/agents/decision-panel";
import { DemandeContent } from "@/components/demandes/agents/demande-content";
import { FailedLetters } from "@/components/demandes/agents/failed-letters";
import { History } from "@/components/demandes/agents/history";
import { Thread } from "@/components/messages/agents/thread";
import { agentTone } from "@/components/demandes/status-tone";
import { AsideLink, Page } from "@/components/layout/page";
import { PageHeading } from "@/components/layout/page-heading";
import { PageTitle } from "@/components/layout/page-title";
import { BackLink } from "@/components/ui/back-link";
import { StatusTag } from "@/components/ui/status-tag";
import { getDemandeForAgent } from "@/lib/demandes/queries/get-demande-for-agent";
import { listFailedLetters } from "@/lib/demandes/queries/list-failed-letters";
import { listMessages } from "@/lib/messages/queries/list-messages";
import { findRefusal } from "@/lib/web/form/refused-request";
import { requireAgent } from "@/lib/web/session/current-actor";
import { orNotFound } from "@/lib/web/page/or-not-found";
import { lastQueueHref } from "../last-queue";
import { completeDemandeAction, takeChargeAction } from "./actions";
import { markReadAction, sendMessageAction } from "./message-actions";

export default async function AgentDemandePage({ params }: PageProps<"/admin/demandes/[numero]">) {
  const agent = await requireAgent();
  const { numero } = await params;
  const demande = await orNotFound(() => getDemandeForAgent(agent, numero));
  const [messages, letters, list, refused] = await Promise.all([
    listMessages(agent, demande.id),
    listFailedLetters(agent, demande.id),
    lastQueueHref(),
    findRefusal(),
  ]);
  const title = `Demande n°\u00a0${demande.number}`;
  const tag = <StatusTag tone={agentTone[demande.status]} label={demande.statusLabel} />;
  const panel = <DecisionPanel demande={demande} takeCharge={takeChargeAction} complete={completeDemandeAction} />;
  return (
    <Page before={<BackLink href={list}>Retour à la liste</BackLink>} aside={panel}>
      <PageTitle title={title} />
      <PageHeading caption={demande.demarche.title} title={title} tag={tag} />
      {canDecide(demande) ? <AsideLink>Aller à la décision</AsideLink> : null}
      <FailedLetters letters={letters} />
      <DemandeContent demande={demande} />
      <Thread
        demande={demande}
        messages={messages}
        refused={refused}
        send={sendMessageAction}
        markRead={markReadAction}
      />
      <History entries={demande.history} />
    </Page>
  );
}
