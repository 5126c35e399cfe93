"use server";

import type { Route } from "next";
import { z } from "zod";
import { readAllNotifications, readNotification } from "@/lib/notifications/commands";
import { readNotificationSchema } from "@/lib/notifications/schema";
import { formAction } from "@/lib/web/form/form-action";

/** Marks it read, then leads where it is about. */
export const openNotificationAction = formAction({
  name: "open-notification",
  who: "citizen",
  schema: readNotificationSchema,
  run: readNotification,
  refusals: {},
  onDone: ({ path }) => path as Route,
});

export const readAllNotificationsAction = formAction({
  name: "read-all-notifications",
  who: "citizen",
  schema: z.object({}),
  run: readAllNotifications,
  refusals: {},
  onDone: () => ({ to: "/espace/notifications", message: "Toutes les notifications sont marquées comme lues." }),
});
