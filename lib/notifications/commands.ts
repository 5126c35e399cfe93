import { and, eq, isNull } from "drizzle-orm";
import { notifications } from "@/db/schema/notifications";
import type { Citizen } from "@/lib/kernel/actor";
import { clock } from "@/lib/kernel/clock";
import { NotFound } from "@/lib/kernel/errors";
import { transact } from "@/lib/kernel/transact";
import { done, type Result } from "@/lib/shared/result";
import type { ReadNotification } from "./schema";

/** Marks one notification read and says where it leads. Reading it again changes nothing. */
export async function readNotification(
  actor: Citizen,
  input: ReadNotification,
): Promise<Result<{ path: string }, never>> {
  return transact(actor, async ({ tx, record }) => {
    const mine = and(eq(notifications.id, input.notificationId), eq(notifications.accountId, actor.accountId));
    const [found] = await tx.select({ path: notifications.path }).from(notifications).where(mine).limit(1);
    if (!found) throw new NotFound();
    await tx
      .update(notifications)
      .set({ readAt: clock.now() })
      .where(and(mine, isNull(notifications.readAt)));
    await record("notification.read", input.notificationId);
    return done(found);
  });
}

/** Marks every notification of the account read; returns how many were not. */
export async function readAllNotifications(actor: Citizen): Promise<Result<{ count: number }, never>> {
  return transact(actor, async ({ tx, record }) => {
    const read = await tx
      .update(notifications)
      .set({ readAt: clock.now() })
      .where(and(eq(notifications.accountId, actor.accountId), isNull(notifications.readAt)))
      .returning({ id: notifications.id });
    await record("notification.read", actor.accountId, { count: read.length });
    return done({ count: read.length });
  });
}
