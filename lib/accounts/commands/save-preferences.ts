import { and, eq } from "drizzle-orm";
import { accounts } from "@/db/schema/accounts";
import type { Citizen } from "@/lib/kernel/actor";
import { NotFound } from "@/lib/kernel/errors";
import { transact } from "@/lib/kernel/transact";
import { done } from "@/lib/shared/result";
import { optionalNotificationKinds } from "@/lib/vocabulary/notification-kinds";
import type { SavePreferences } from "../schema/citizen";

/** Saves which optional letters are declined (F130). Legal ones stay. */
export async function savePreferences(actor: Citizen, { notifications }: SavePreferences) {
  const mutedNotifications = optionalNotificationKinds.filter((kind) => !notifications.includes(kind));
  return transact(actor, async ({ tx, record }) => {
    const rows = await tx
      .update(accounts)
      .set({ mutedNotifications })
      .where(and(eq(accounts.id, actor.accountId), eq(accounts.status, "active")))
      .returning({ id: accounts.id });
    if (rows.length === 0) throw new NotFound();
    await record("account.preferences_changed", actor.accountId);
    return done(null);
  });
}
