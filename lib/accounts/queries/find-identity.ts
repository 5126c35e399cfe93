import { and, eq } from "drizzle-orm";
import { accountIdentities, accountSessions } from "@/db/schema/accounts";
import type { Citizen } from "@/lib/kernel/actor";
import { unseal } from "@/lib/kernel/crypto";
import { database } from "@/lib/kernel/database";
import { franceConnect } from "../access/identities";

/** When the actor's account was linked to FranceConnect, or null. */
export async function findIdentityLinkDate(actor: Citizen): Promise<Date | null> {
  const [row] = await database()
    .select({ linkedAt: accountIdentities.linkedAt })
    .from(accountIdentities)
    .where(and(eq(accountIdentities.accountId, actor.accountId), eq(accountIdentities.provider, franceConnect)))
    .limit(1);
  return row?.linkedAt ?? null;
}

/** The token that ends, at FranceConnect, the session that the actor uses; null when a password opened it. */
export async function findProviderToken(actor: Citizen): Promise<string | null> {
  const [row] = await database()
    .select({ providerToken: accountSessions.providerToken })
    .from(accountSessions)
    .where(and(eq(accountSessions.id, actor.sessionId), eq(accountSessions.accountId, actor.accountId)))
    .limit(1);
  return row?.providerToken ? unseal("provider-token", row.providerToken) : null;
}
