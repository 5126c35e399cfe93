import { ActionForm, type FormAction } from "@/components/ui/form/action-form";
import { SubmitButton } from "@/components/ui/form/submit-button";
import { TextArea } from "@/components/ui/fields/text-area";
import { SummaryCard } from "@/components/ui/summary-card";
import type { DemandeView } from "@/lib/demandes/types/demande";
import { messageLength } from "@/lib/messages/schema";
import type { MessageView } from "@/lib/messages/types";
import type { RefusedForm as Refused } from "@/lib/shared/form-state";
import { MessageList } from "../message-list";
import { RefusedMessage } from "../refused-message";

type Props = {
  demande: Pick<DemandeView, "id" | "number" | "can">;
  messages: readonly MessageView[];
  /** What was just refused without JavaScript: the form that held it may be gone. */
  refused: Refused | null;
  send: FormAction;
  markRead: FormAction;
};

/** The exchanges with the citizen, and the answer to give. */
export function Thread({ demande, messages, refused, send, markRead }: Props) {
  if (!demande.can.readMessages) return null;
  const toRead = messages.filter(({ author, isRead }) => author === "citizen" && !isRead).length;
  return (
    <SummaryCard title="Échanges avec l’usager" id="echanges">
      {messages.length === 0 ? (
        <p className="mb-3">Aucun message.</p>
      ) : (
        <MessageList messages={messages} side="agent" />
      )}
      {toRead > 0 && demande.can.instruct ? (
        <ActionForm action={markRead} label="Marquer les messages comme lus">
          <Keys demande={demande} />
          <SubmitButton variant="secondary">Marquer comme lu</SubmitButton>
        </ActionForm>
      ) : null}
      {demande.can.writeMessage ? (
        <ActionForm action={send} label="Écrire à l’usager">
          <Keys demande={demande} />
          <TextArea
            name="body"
            label="Votre message"
            hint="L’usager est prévenu par courriel et lit le message dans le portail."
            rows={4}
            maxLength={messageLength}
          />
          <SubmitButton>Envoyer</SubmitButton>
        </ActionForm>
      ) : (
        <RefusedMessage refused={refused} />
      )}
    </SummaryCard>
  );
}

function Keys({ demande }: Pick<Props, "demande">) {
  return (
    <>
      <input type="hidden" name="demandeId" value={demande.id} />
      <input type="hidden" name="number" value={demande.number} />
    </>
  );
}
