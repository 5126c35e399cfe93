import { NotificationList } from "@/components/notifications/notification-list";
import { Page as PageFrame } from "@/components/layout/page";
import { PageHeading } from "@/components/layout/page-heading";
import { PageTitle } from "@/components/layout/page-title";
import { listNotifications } from "@/lib/notifications/queries";
import { requireCitizen } from "@/lib/web/session/current-actor";
import { openNotificationAction, readAllNotificationsAction } from "./actions";

export default async function Page() {
  const notifications = await listNotifications(await requireCitizen());
  return (
    <>
      <PageTitle title="Mes notifications" />
      <PageFrame>
        <PageHeading
          title="Mes notifications"
          lead="Ce que l’administration vous a fait savoir. Les courriels se règlent dans « Mes préférences »."
        />
        <NotificationList
          notifications={notifications}
          open={openNotificationAction}
          readAll={readAllNotificationsAction}
        />
      </PageFrame>
    </>
  );
}
