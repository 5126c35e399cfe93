import { and, eq, gt, notExists, or, sql } from "drizzle-orm";
import { accounts } from "@/db/schema/accounts";
import { demandes } from "@/db/schema/demandes";
import { clock } from "@/lib/kernel/clock";
import { database } from "@/lib/kernel/database";
import { daysToMinutes, demandeLimits } from "./limits";

/** Whether somebody may take the draft up: its account is not frozen, nor was it until a few days ago, as many as a notice gives. */
export function isInReach() {
  const isRecent = gt(accounts.reopenedAt, clock.inMinutes(-daysToMinutes(demandeLimits.noticeDays)));
  return notExists(
    database()
      .select({ one: sql`1` })
      .from(accounts)
      .where(and(eq(accounts.id, demandes.accountId), or(eq(accounts.status, "frozen"), isRecent))),
  );
}
