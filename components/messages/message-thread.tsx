import { TextArea } from "@/components/ui/fields/text-area";
import { ActionForm, type FormAction } from "@/components/ui/form/action-form";
import { HiddenFields } from "@/components/ui/form/hidden-fields";
import { SubmitButton } from "@/components/ui/form/submit-button";
import { messageLength } from "@/lib/messages/schema";
import type { MessageView } from "@/lib/messages/types";
import { formatDateTime } from "@/lib/shared/dates";
import type { RefusedForm as Refused } from "@/lib/shared/form-state";
import { MessageList } from "./message-list";
import { RefusedMessage } from "./refused-message";

type Props = {
  demandeId: string;
  base: string;
  messages: readonly MessageView[];
  canWrite: boolean;
  /** What was just refused without JavaScript: the form that held it may be gone. */
  refused: Refused | null;
  send: FormAction;
  /** « Voir la suite », or « Marquer comme lu » of what is shown whole: what was not read becomes read (F108). */
  read: FormAction;
};

/** The exchanges of a demande as its owner reads them, and what is written to the service. */
export function MessageThread({ demandeId, base, messages, canWrite, refused, send, read }: Props) {
  return (
    <>
      {messages.length === 0 ? (
        <p className="mb-6">Aucun message pour l’instant.</p>
      ) : (
        <MessageList
          messages={messages}
          side="citizen"
          open={({ id, sentAt }, isCut) => (
            <ActionForm action={read} label={`Message du ${formatDateTime(sentAt)}`}>
              <HiddenFields values={{ demandeId, base, messageId: id }} />
              <SubmitButton variant="plain" context={`: message du ${formatDateTime(sentAt)}`}>
                {isCut ? "Voir la suite" : "Marquer comme lu"}
              </SubmitButton>
            </ActionForm>
          )}
        />
      )}
      {canWrite ? (
        <ActionForm action={send}>
          <HiddenFields values={{ demandeId, base }} />
          <TextArea name="body" label="Votre message au service" rows={5} maxLength={messageLength} />
          <SubmitButton>Envoyer</SubmitButton>
        </ActionForm>
      ) : (
        <>
          <RefusedMessage refused={refused} />
          <p className="text-ink-soft">Les échanges sont fermés pour cette demande.</p>
        </>
      )}
    </>
  );
}
