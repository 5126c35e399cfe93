import { and, eq } from "drizzle-orm";
import { accounts } from "@/db/schema/accounts";
import type { Actor } from "@/lib/kernel/actor";
import { clock } from "@/lib/kernel/clock";
import { database } from "@/lib/kernel/database";
import { mayMail } from "@/lib/kernel/mail-limits";
import { queueMail } from "@/lib/kernel/outbox";
import { transact } from "@/lib/kernel/transact";
import { done } from "@/lib/shared/result";
import { fullName } from "@/lib/shared/text";
import { usernameMail } from "../mails";

/** Mails the identifiant to its owner (F64). The same answer whether or not the account exists: never refuses. */
export async function remindUsername(actor: Actor, { email }: { email: string }) {
  const [account] = await database()
    .select({
      id: accounts.id,
      username: accounts.username,
      firstName: accounts.firstName,
      lastName: accounts.lastName,
    })
    .from(accounts)
    .where(and(eq(accounts.email, email), eq(accounts.status, "active")))
    .limit(1);
  // Counted for whoever is typed: a limit reached must not tell who has an account.
  const isMailAllowed = await mayMail(email, "anyone");
  return transact(actor, async ({ tx, record, unrecorded }) => {
    if (!account?.username || !isMailAllowed) {
      unrecorded("no such account, or too many letters: nothing is written");
      return done(null);
    }
    const content = usernameMail(fullName(account), account.username);
    const key = `account.username:${account.id}:${clock.now().toISOString()}`;
    await queueMail(tx, { to: email, kind: "account.username", accountId: account.id, key, content });
    await record("account.username_reminded", account.id);
    return done(null);
  });
}
