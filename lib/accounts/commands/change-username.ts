import { and, eq } from "drizzle-orm";
import { accounts } from "@/db/schema/accounts";
import type { Citizen } from "@/lib/kernel/actor";
import { clock } from "@/lib/kernel/clock";
import { NotFound } from "@/lib/kernel/errors";
import { post } from "@/lib/letters/outbox/post";
import { transact } from "@/lib/kernel/transact";
import { done, refuse } from "@/lib/shared/result";
import { fullName } from "@/lib/shared/text";
import { lockUsernames } from "../access/lock-usernames";
import type { ChangeUsername } from "../schema/citizen";
import { writeProfile } from "../profile/write-profile";

/** The owner chooses another identifiant (T1, F71) and is told by mail. Refuses `taken`, `same_username`. */
export async function changeUsername(actor: Citizen, { username }: ChangeUsername) {
  return transact(actor, async ({ tx, record }) => {
    await lockUsernames(tx);
    const [own] = await tx
      .select({
        email: accounts.email,
        username: accounts.username,
        firstName: accounts.firstName,
        lastName: accounts.lastName,
      })
      .from(accounts)
      .where(and(eq(accounts.id, actor.accountId), eq(accounts.status, "active")))
      .for("update");
    if (!own?.email) throw new NotFound();
    if (own.username === username) return refuse("same_username");
    const [holder] = await tx
      .select({ id: accounts.id })
      .from(accounts)
      .where(eq(accounts.username, username))
      .limit(1);
    if (holder) return refuse("taken");

    await writeProfile(tx, actor.accountId, { username });
    const key = `account.username_changed:${actor.accountId}:${clock.now().toISOString()}`;
    const { accountId } = actor;
    await post(tx, "account.username_changed", { username }, { to: own.email, name: fullName(own), accountId, key });
    await record("account.username_changed", actor.accountId);
    return done(null);
  });
}
