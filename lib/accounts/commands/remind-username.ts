import { and, eq } from "drizzle-orm";
import { accounts } from "@/db/schema/accounts";
import type { Actor } from "@/lib/kernel/actor";
import { clock } from "@/lib/kernel/clock";
import { database } from "@/lib/kernel/database";
import { mayMail } from "@/lib/letters/outbox/mail-limits";
import { post } from "@/lib/letters/outbox/post";
import { transact } from "@/lib/kernel/transact";
import { done } from "@/lib/shared/result";
import { fullName } from "@/lib/shared/text";
import { formOfToday, hasAddress } from "../email/has-address";

/** Mails the identifiant to its owner (F64), or both of a mailbox that has two accounts since before. The same answer whether or not the account exists: never refuses. */
export async function remindUsername(actor: Actor, { email }: { email: string }) {
  const found = await database()
    .select({
      id: accounts.id,
      username: accounts.username,
      firstName: accounts.firstName,
      lastName: accounts.lastName,
    })
    .from(accounts)
    .where(and(hasAddress(email), eq(accounts.status, "active")))
    .orderBy(formOfToday(email));
  // Counted for whoever is typed: a limit reached must not tell who has an account.
  const isMailAllowed = await mayMail(email, "anyone");
  return transact(actor, async ({ tx, record, unrecorded }) => {
    const named = found.flatMap(({ username, ...account }) => (username === null ? [] : [{ username, ...account }]));
    if (named.length === 0 || !isMailAllowed) {
      unrecorded("no such account, or too many letters: nothing is written");
      return done(null);
    }
    for (const { id, username, ...names } of named) {
      const key = `account.username:${id}:${clock.now().toISOString()}`;
      const recipient = { to: email, name: fullName(names), accountId: id, key };
      await post(tx, "account.username", { username }, recipient);
      await record("account.username_reminded", id);
    }
    return done(null);
  });
}
