import type { ReactNode } from "react";
import { StatusTag } from "@/components/ui/status-tag";
import type { MessageView } from "@/lib/messages/types";
import { flashTextId } from "@/lib/shared/flash-cookie";
import { formatDateTime } from "@/lib/shared/dates";

type Props = {
  messages: readonly MessageView[];
  /** Whose the reader's own messages are. */
  side: MessageView["author"];
  /** What opens a message not read yet, which shows its beginning alone until then where it is long (`isCut`); absent where it is shown whole. */
  open?: (message: MessageView, isCut: boolean) => ReactNode;
};

/** F103: what the citizen and the service wrote to each other about a demande, oldest first. */
export function MessageList({ messages, side, open }: Props) {
  return (
    <ol className="mb-6 grid max-w-2xl gap-4">
      {messages.map((message) => (
        <Message key={message.id} message={message} isOurs={message.author === side} open={open} />
      ))}
    </ol>
  );
}

const excerpt = 90;

function Message({ message, isOurs, open }: { message: MessageView; isOurs: boolean } & Pick<Props, "open">) {
  const { by, body, sentAt, isRead } = message;
  const isNew = !isOurs && !isRead;
  const isCut = isNew && open !== undefined && body.length > excerpt;
  return (
    <li
      id={`message-${message.id}`}
      tabIndex={-1}
      aria-describedby={flashTextId}
      className={`rounded-lg border border-rule p-4 ${isOurs ? "bg-surface sm:ml-12" : "bg-primary-soft sm:mr-12"}`}
    >
      <p className="font-bold">
        <bdi>{by}</bdi> {isNew ? <StatusTag tone="attention" label="Non lu" /> : null}
      </p>
      <p className="mb-2 text-[0.95em] text-ink-soft">
        <time dateTime={sentAt.toISOString()}>{formatDateTime(sentAt)}</time>
      </p>
      <p className="wrap-anywhere whitespace-pre-line">{isCut ? `${body.slice(0, excerpt)}…` : body}</p>
      {isNew && open ? open(message, isCut) : null}
    </li>
  );
}
