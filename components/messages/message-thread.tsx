import type { ReactNode } from "react";
import { TextArea } from "@/components/ui/fields/text-area";
import { ActionForm, type FormAction } from "@/components/ui/form/action-form";
import { HiddenFields } from "@/components/ui/form/hidden-fields";
import { SubmitButton } from "@/components/ui/form/submit-button";
import { StatusTag } from "@/components/ui/status-tag";
import { messageLength } from "@/lib/messages/schema";
import type { MessageView } from "@/lib/messages/types";
import { formatDateTime } from "@/lib/shared/dates";

type Props = {
  demandeId: string;
  base: string;
  messages: readonly MessageView[];
  canWrite: boolean;
  send: FormAction;
  /** « Voir la suite »: what was not read becomes read (F108). */
  read: FormAction;
};

/** F103: what the citizen and the service wrote to each other about a demande, oldest first. */
export function MessageThread({ demandeId, base, messages, canWrite, send, read }: Props) {
  return (
    <>
      {messages.length === 0 ? (
        <p className="mb-6">Aucun message pour l’instant.</p>
      ) : (
        <ol className="mb-8 grid gap-4">
          {messages.map((message) => (
            <Message key={message.id} message={message}>
              <ActionForm action={read} label={`Message du ${formatDateTime(message.sentAt)}`}>
                <HiddenFields values={{ demandeId, base }} />
                <SubmitButton variant="plain" context={`: message du ${formatDateTime(message.sentAt)}`}>
                  Voir la suite
                </SubmitButton>
              </ActionForm>
            </Message>
          ))}
        </ol>
      )}
      {canWrite ? (
        <ActionForm action={send}>
          <HiddenFields values={{ demandeId, base }} />
          <TextArea name="body" label="Votre message au service" rows={5} maxLength={messageLength} />
          <SubmitButton>Envoyer</SubmitButton>
        </ActionForm>
      ) : (
        <p className="text-ink-soft">Les échanges sont fermés pour cette demande.</p>
      )}
    </>
  );
}

const excerpt = 90;

/** One that was not read yet shows its beginning, and what opens it. */
function Message({
  message: { by, body, sentAt, isMine, isRead },
  children,
}: {
  message: MessageView;
  children: ReactNode;
}) {
  const isNew = !isMine && !isRead;
  return (
    <li className={`rounded-lg border border-rule p-4 ${isMine ? "bg-surface sm:ml-12" : "bg-primary-soft sm:mr-12"}`}>
      <p className="font-bold">
        {by} {isNew ? <StatusTag tone="attention" label="Non lu" /> : null}
      </p>
      <p className="mb-2 text-[0.95em] text-ink-soft">
        <time dateTime={sentAt.toISOString()}>{formatDateTime(sentAt)}</time>
      </p>
      <p className="whitespace-pre-line">{isNew && body.length > excerpt ? `${body.slice(0, excerpt)}…` : body}</p>
      {isNew ? children : null}
    </li>
  );
}
