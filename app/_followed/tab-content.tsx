import { DemandeAnswers } from "@/components/demandes/follow/demande-answers";
import { DemandeFiles } from "@/components/demandes/follow/demande-files";
import { DemandeHistory } from "@/components/demandes/follow/demande-history";
import type { FollowTab } from "@/components/demandes/follow/follow-tabs";
import { MessageThread } from "@/components/messages/message-thread";
import { getHistory } from "@/lib/demandes/queries/get-history";
import type { DemandeView } from "@/lib/demandes/types/demande";
import { listMessages } from "@/lib/messages/queries/list-messages";
import { findRefusal } from "@/lib/web/form/refused-request";
import { currentVisitor } from "@/lib/web/session/current-actor";
import { readMessagesAction, sendMessageAction } from "@/app/espace/demandes/actions";
import { summaryOf } from "./load-demande";

type Props = { demande: DemandeView; base: string; tab: FollowTab };

/** What stands under a tab. */
export async function TabContent({ demande, base, tab }: Props) {
  switch (tab) {
    case "historique":
      return <DemandeHistory entries={await getHistory(await currentVisitor(), demande.id)} />;
    case "demande":
      return <DemandeAnswers demande={demande} summary={summaryOf(demande)} part="demande" />;
    case "demandeur":
      return <DemandeAnswers demande={demande} summary={summaryOf(demande)} part="informations" />;
    case "pieces":
      return <DemandeFiles demande={demande} summary={summaryOf(demande)} base={base} />;
    case "echanges": {
      const messages = await listMessages(await currentVisitor(), demande.id);
      return (
        <MessageThread
          demandeId={demande.id}
          base={base}
          messages={messages}
          canWrite={demande.can.writeMessage}
          refused={await findRefusal()}
          send={sendMessageAction}
          read={readMessagesAction}
        />
      );
    }
  }
}
