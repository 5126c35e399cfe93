import { EmptyState } from "@/components/ui/empty-state";
import { ActionForm, type FormAction } from "@/components/ui/form/action-form";
import { HiddenFields } from "@/components/ui/form/hidden-fields";
import { SubmitButton } from "@/components/ui/form/submit-button";
import { StatusTag } from "@/components/ui/status-tag";
import type { NotificationView } from "@/lib/notifications/types";
import { formatDateTime } from "@/lib/shared/dates";

type Props = { notifications: readonly NotificationView[]; open: FormAction; readAll: FormAction };

/** F122: each leads to what it is about, and is read from then on. */
export function NotificationList({ notifications, open, readAll }: Props) {
  if (notifications.length === 0) return <EmptyState title="Vous n’avez pas de notification." />;
  return (
    <>
      {notifications.some(({ isRead }) => !isRead) ? (
        <ActionForm action={readAll} label="Tout marquer comme lu">
          <SubmitButton variant="secondary">Tout marquer comme lu</SubmitButton>
        </ActionForm>
      ) : null}
      <ul className="rounded-lg border border-rule bg-surface">
        {notifications.map((notification) => (
          <NotificationLine key={notification.id} notification={notification} open={open} />
        ))}
      </ul>
    </>
  );
}

function NotificationLine({ notification, open }: { notification: NotificationView; open: FormAction }) {
  const { id, text, createdAt, isRead } = notification;
  return (
    <li className="flex flex-wrap items-center justify-between gap-x-6 border-b border-rule px-4 py-3 last:border-b-0">
      <div className="min-w-0">
        <p className={isRead ? undefined : "font-bold"}>
          {text} {isRead ? null : <StatusTag tone="attention" label="Non lue" />}
        </p>
        <p className="text-[0.95em] text-ink-soft">
          <time dateTime={createdAt.toISOString()}>{formatDateTime(createdAt)}</time>
        </p>
      </div>
      <ActionForm action={open} label={text}>
        <HiddenFields values={{ notificationId: id }} />
        <SubmitButton variant="plain" context={`: ${text} (${formatDateTime(createdAt)})`}>
          Voir
        </SubmitButton>
      </ActionForm>
    </li>
  );
}
