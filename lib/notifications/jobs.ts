import { notifications } from "@/db/schema/notifications";
import type { System } from "@/lib/kernel/actor";
import { past, purge } from "@/lib/upkeep/housekeeping";
import type { Limits } from "@/lib/upkeep/slices";

/** A notification says that something happened and leads there: after a year, the request itself says it. */
const keptDays = 365;

/** Erases the notifications of more than a year, read or not. Returns how many. */
export async function purgeNotifications(_actor: System, limits: Limits): Promise<number> {
  return purge(limits, notifications, past(notifications.createdAt, keptDays));
}
