import { eq } from "drizzle-orm";
import { accountRecoveries } from "@/db/schema/accounts";
import { clock } from "@/lib/kernel/clock";
import { database } from "@/lib/kernel/database";
import { askRecovery } from "./commands/ask-recovery";
import { recoveryDelayMinutes } from "./policy";
import { active, lastLink, lettersTo, newEmail } from "./testing";
import { agent } from "./testing-staff";

/** For the tests of lost mailboxes (F68). */
export const proof = "Carte d’identité présentée au guichet.";

/** A recovery asked `ago` minutes ago: since then, it may be confirmed. */
export async function asked(newAddress = newEmail(), ago = recoveryDelayMinutes) {
  const { email, citizen, session } = await active();
  const { accountId } = citizen;
  const asker = await agent();
  const result = await askRecovery(asker, { accountId, newEmail: newAddress, proof });
  if (!result.ok) throw new Error(result.reason);
  const [row] = await database()
    .update(accountRecoveries)
    .set({ askedAt: clock.inMinutes(-ago) })
    .where(eq(accountRecoveries.accountId, accountId))
    .returning();
  if (!row) throw new Error("no recovery");
  return {
    email,
    accountId,
    citizen,
    session,
    asker,
    newAddress,
    recoveryId: row.id,
    row,
    stop: await lastLink(email),
  };
}

export const stateOf = async (id: typeof accountRecoveries.$inferSelect.id) => {
  const [row] = await database().select().from(accountRecoveries).where(eq(accountRecoveries.id, id));
  return row?.state;
};
export const subjectsTo = async (email: string) => (await lettersTo(email)).map(({ subject }) => subject);
