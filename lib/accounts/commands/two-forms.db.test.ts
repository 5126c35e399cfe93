import { eq, inArray } from "drizzle-orm";
import { accounts } from "@/db/schema/accounts";
import { outbox } from "@/db/schema/platform";
import { anonymous } from "@/lib/kernel/actor";
import { database } from "@/lib/kernel/database";
import { readEmail } from "@/lib/shared/email";
import { accountOf, active, lettersTo, password } from "../testing/accounts";
import { signInSchema } from "../schema/citizen";
import { inviteAccount } from "./invite-account";
import { remindUsername } from "./remind-username";
import { signIn } from "./sign-in";

/** An address kept by an earlier version in the form of mail servers, which its owner writes « …@bibliothèque.example ». */
async function keptAsMailServersDo(local: string) {
  const { email, username } = await active(`${local}@bibliothèque.example`);
  const kept = `${local}@xn--bibliothque-59a.example`;
  await database().update(accounts).set({ email: kept }).where(eq(accounts.email, email));
  return { email, kept, username };
}
const enter = async (identifier: string) =>
  signIn(anonymous, { ...signInSchema.parse({ identifier, password }), password }, "d");
const rowsOf = (email: string, kept: string) =>
  database()
    .select()
    .from(accounts)
    .where(inArray(accounts.email, [email, kept]));

describe("a mailbox whose domain has two writings", () => {
  it("signs in by either, whichever the account was kept under", async () => {
    const { email, kept } = await keptAsMailServersDo("nour");
    expect(readEmail(kept)).toBe(email);
    expect((await enter(email)).ok).toBe(true);
    expect((await enter(kept)).ok).toBe(true);
  });

  it("opens no second account", async () => {
    const { email, kept } = await keptAsMailServersDo("sami");
    expect(await inviteAccount(anonymous, { email, kind: "personal" })).toMatchObject({ ok: true });
    expect(await rowsOf(email, kept)).toMatchObject([{ email: kept, status: "active" }]);
  });

  it("with two accounts since before, signs in to that of today, and is told both identifiants", async () => {
    const { email, kept } = await keptAsMailServersDo("alix");
    const other = await active("alix-autre@example.org");
    await database().update(accounts).set({ email }).where(eq(accounts.email, other.email));
    const entered = await enter(kept);
    expect(entered.ok ? entered.value.accountId : "").toBe((await accountOf(email)).id);
    await remindUsername(anonymous, { email });
    const letters = await database().select().from(outbox).where(eq(outbox.kind, "account.username"));
    const mine = (await rowsOf(email, kept)).map(({ id }) => id);
    expect(letters.filter(({ accountId }) => accountId && mine.includes(accountId))).toHaveLength(2);
    expect(await lettersTo(email)).not.toHaveLength(0);
  });
});
