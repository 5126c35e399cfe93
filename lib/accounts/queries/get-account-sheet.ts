import { and, eq } from "drizzle-orm";
import { accounts } from "@/db/schema/accounts";
import type { Citizen } from "@/lib/kernel/actor";
import { database } from "@/lib/kernel/database";
import { NotFound } from "@/lib/kernel/errors";
import { getReadableProfile } from "./get-profile";
import type { AccountSheet } from "../types/account";

/** The account as its owner's own pages show it, with what waits for an agent (F44). */
export async function getAccountSheet(actor: Citizen): Promise<AccountSheet> {
  const [profile, waiting] = await Promise.all([getReadableProfile(actor), getWaiting(actor)]);
  return { ...profile, ...waiting };
}

async function getWaiting(actor: Citizen) {
  const [row] = await database()
    .select({
      pending: accounts.pendingProfile,
      validation: accounts.validation,
      validationReason: accounts.validationReason,
    })
    .from(accounts)
    .where(and(eq(accounts.id, actor.accountId), eq(accounts.status, "active")))
    .limit(1);
  if (!row) throw new NotFound();
  return row;
}
