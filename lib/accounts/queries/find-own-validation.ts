import { and, eq } from "drizzle-orm";
import { accounts } from "@/db/schema/accounts";
import type { Citizen } from "@/lib/kernel/actor";
import { database } from "@/lib/kernel/database";
import type { OwnValidation } from "../types/agent";

/** T11: what an agent said of the reader's account, and why. */
export async function findOwnValidation(actor: Citizen): Promise<OwnValidation | null> {
  const [row] = await database()
    .select({ validation: accounts.validation, reason: accounts.validationReason })
    .from(accounts)
    .where(and(eq(accounts.id, actor.accountId), eq(accounts.status, "active")))
    .limit(1);
  return row ?? null;
}
