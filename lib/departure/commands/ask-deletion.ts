import { eq } from "drizzle-orm";
import { accounts } from "@/db/schema/accounts";
import { demandes } from "@/db/schema/demandes";
import type { Citizen } from "@/lib/kernel/actor";
import type { Tx } from "@/lib/kernel/database";
import { NotFound } from "@/lib/kernel/errors";
import { mayMail } from "@/lib/letters/outbox/mail-limits";
import { post } from "@/lib/letters/outbox/post";
import { transact } from "@/lib/kernel/transact";
import { findOwn } from "@/lib/accounts/access/find-own-account";
import { issueToken } from "@/lib/accounts/access/tokens";
import { fullName } from "@/lib/shared/text";
import type { AccountId, DemandeId } from "@/lib/shared/ids";
import { done, refuse, type Result } from "@/lib/shared/result";
import { writeToWithdraw } from "../steps/demandes-to-withdraw";
import { findHold } from "../steps/find-hold";
import { canLeave, fateOf } from "../policy";
import type { AskDeletion } from "../schema";

/**
 * Asks for the deletion of one's account (F67): a link goes to its address, valid for 24 hours, and nothing changes until it
 * is followed. What was chosen for the requests under way waits with the link, sealed; a choice that their state does not
 * allow counts for nothing. Throws NotFound for a demande that is not the actor's. Refuses `too_many` letters, and
 * `email_just_changed` while the old address may take the account back: who stole it must not erase it first; nor while a recovery waits: `recovery_waits`.
 */
export async function askDeletion(
  actor: Citizen,
  { fate }: AskDeletion,
): Promise<Result<null, "too_many" | "email_just_changed" | "recovery_waits">> {
  if (!(await mayMail((await findOwn(actor)).email, "own"))) return refuse("too_many");

  return transact(actor, async ({ tx, record }) => {
    const { email, name } = await lockOwn(tx, actor);
    const hold = await findHold(tx, actor.accountId);
    if (hold) return refuse(hold.reason);
    const chosen = await chosenAmongOwn(tx, actor.accountId, fate);
    const token = await issueToken(tx, actor.accountId, "account_deletion", writeToWithdraw(chosen));
    const recipient = { to: email, name, accountId: actor.accountId, key: `account.deletion:${token.id}` };
    await post(tx, "account.deletion", { secret: token.secret }, recipient);
    await record("account.deletion_asked", actor.accountId, { withdrawn: chosen.length });
    return done(null);
  });
}

async function chosenAmongOwn(tx: Tx, accountId: AccountId, fate: AskDeletion["fate"]): Promise<DemandeId[]> {
  const own = await tx
    .select({ id: demandes.id, status: demandes.status })
    .from(demandes)
    .where(eq(demandes.accountId, accountId));
  const known = new Set<string>(own.map(({ id }) => id));
  if (Object.keys(fate).some((id) => !known.has(id))) throw new NotFound();
  return own.filter(({ id, status }) => fateOf(status, fate[id] === "withdraw") === "withdrawn").map(({ id }) => id);
}

/** The row locked: an account suspended or deleted meanwhile gets no link, and the letter goes to the address of this moment. */
async function lockOwn(tx: Tx, actor: Citizen): Promise<{ email: string; name: string }> {
  const [row] = await tx
    .select({
      email: accounts.email,
      status: accounts.status,
      firstName: accounts.firstName,
      lastName: accounts.lastName,
    })
    .from(accounts)
    .where(eq(accounts.id, actor.accountId))
    .limit(1)
    .for("update");
  if (!row?.email || !canLeave(row.status)) throw new NotFound();
  return { email: row.email, name: fullName(row) };
}
