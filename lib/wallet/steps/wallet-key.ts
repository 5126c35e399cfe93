import { and, eq, isNull } from "drizzle-orm";
import { accounts } from "@/db/schema/accounts";
import type { Citizen } from "@/lib/kernel/actor";
import { newWrappedKey, unwrapKey } from "@/lib/kernel/crypto";
import { database } from "@/lib/kernel/database";
import { NotFound } from "@/lib/kernel/errors";

/**
 * The key of the actor's own wallet, made at its first piece. The only code that reads it: it takes a citizen, never an
 * account's identifier, so that no agent's path can ask for somebody's (F136); a test walks the imports of /admin.
 */
export async function walletKeyOf(actor: Citizen): Promise<Buffer> {
  const mine = eq(accounts.id, actor.accountId);
  const known = await readKey(actor);
  if (known) return unwrapKey("wallet", known);
  await database()
    .update(accounts)
    .set({ walletKey: newWrappedKey("wallet") })
    .where(and(mine, isNull(accounts.walletKey)));
  const made = await readKey(actor);
  if (!made) throw new NotFound();
  return unwrapKey("wallet", made);
}

async function readKey(actor: Citizen): Promise<string | null> {
  const [row] = await database()
    .select({ walletKey: accounts.walletKey })
    .from(accounts)
    .where(eq(accounts.id, actor.accountId))
    .limit(1);
  return row?.walletKey ?? null;
}
