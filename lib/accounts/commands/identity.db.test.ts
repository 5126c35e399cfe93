import { eq } from "drizzle-orm";
import { accounts, accountIdentities, accountSessions } from "@/db/schema/accounts";
import { auditEvents } from "@/db/schema/platform";
import { anonymous } from "@/lib/kernel/actor";
import { hashSecret, newSecret } from "@/lib/kernel/crypto";
import { database } from "@/lib/kernel/database";
import type { AccountId } from "@/lib/shared/ids";
import { findAccountSession } from "../queries/find-account-session";
import { findIdentityLinkDate, findProviderToken } from "../queries/find-identity";
import {
  accountOf,
  active,
  comeBack,
  stopClock,
  invited,
  lastLink,
  lettersTo,
  names,
  newEmail,
  password,
  travel,
  verbsOf,
} from "../testing/accounts";
import { finaliseAccount } from "./finalise-account";
import { linkAndSignIn, linkIdentity } from "./link-identity";
import { askIdentityLink, confirmIdentityLink } from "./link-identity-by-mail";
import { askPasswordReset, resetPassword } from "./reset-password";
import { signInWithIdentity } from "./sign-in-with-identity";
import { unlinkIdentity } from "./unlink-identity";

beforeEach(stopClock);
afterEach(comeBack);
afterAll(() => database().$client.end());

const identity = () => ({ subjectHash: hashSecret(newSecret()), idToken: "a.b.c" });

async function linked() {
  const person = await active();
  const proved = identity();
  expect(await linkIdentity(person.citizen, { currentPassword: password }, proved)).toEqual({ ok: true, value: null });
  return { ...person, proved };
}

const linksOf = (id: AccountId) =>
  database().select().from(accountIdentities).where(eq(accountIdentities.accountId, id));

describe("signInWithIdentity (X1)", () => {
  it("opens a new session of the account linked, and keeps sealed what ends it there", async () => {
    const { citizen, session, proved } = await linked();
    const result = await signInWithIdentity(anonymous, proved, "Firefox sur Linux");
    if (!result.ok) throw new Error(result.reason);
    expect(result.value.accountId).toBe(citizen.accountId);
    expect(result.value.secret).not.toBe(session.secret);
    expect(await findAccountSession(hashSecret(result.value.secret))).toMatchObject({ accountId: citizen.accountId });
    const opened = { ...citizen, sessionId: result.value.sessionId };
    expect(await findProviderToken(opened)).toBe("a.b.c");
    expect(await findProviderToken(citizen)).toBeNull();
    const [row] = await database().select().from(accountSessions).where(eq(accountSessions.id, opened.sessionId));
    expect(row?.providerToken).not.toContain("a.b.c");
    const [event] = await database()
      .select()
      .from(auditEvents)
      .where(eq(auditEvents.subjectId, citizen.accountId))
      .then((events) => events.filter(({ verb }) => verb === "account.signed_in"));
    expect(event?.details).toEqual({ by: "franceconnect" });
  });

  it("refuses an identity that nobody linked, and an account that is not active", async () => {
    expect(await signInWithIdentity(anonymous, identity(), "d")).toEqual({ ok: false, reason: "unknown" });
    const { citizen, proved } = await linked();
    await database().update(accounts).set({ status: "suspended" }).where(eq(accounts.id, citizen.accountId));
    expect(await signInWithIdentity(anonymous, proved, "d")).toEqual({ ok: false, reason: "closed" });
  });
});

describe("linkIdentity", () => {
  it("links after the password, says so by mail, and leaves its trace", async () => {
    const { email, citizen } = await linked();
    expect(await findIdentityLinkDate(citizen)).toBeInstanceOf(Date);
    expect((await lettersTo(email))[0]?.subject).toBe("FranceConnect est lié à votre compte");
    expect(await verbsOf(citizen.accountId)).toContain("account.identity_linked");
  });

  it("refuses a wrong password, then makes each try wait", async () => {
    const { citizen } = await active();
    const proved = identity();
    const guess = () => linkIdentity(citizen, { currentPassword: "faux" }, proved);
    for (let i = 0; i < 4; i += 1) expect(await guess()).toEqual({ ok: false, reason: "wrong_password" });
    await guess();
    expect(await guess()).toMatchObject({ ok: false, reason: "delayed" });
    expect(await linksOf(citizen.accountId)).toEqual([]);
  });

  it("refuses alike an identity linked elsewhere and an account that has another", async () => {
    const one = await linked();
    const two = await active();
    const refused = { ok: false, reason: "not_linkable" };
    expect(await linkIdentity(two.citizen, { currentPassword: password }, one.proved)).toEqual(refused);
    expect(await linkIdentity(one.citizen, { currentPassword: password }, identity())).toEqual(refused);
    expect(await linksOf(two.citizen.accountId)).toEqual([]);
    expect(await linksOf(one.citizen.accountId)).toHaveLength(1);
  });

  it("gives one identity to one account when two ask at once", async () => {
    const people = [await active(), await active()];
    const proved = identity();
    const answers = await Promise.all(
      people.map(({ citizen }) => linkIdentity(citizen, { currentPassword: password }, proved)),
    );
    expect(answers.map(({ ok }) => ok).sort()).toEqual([false, true]);
  });
});

describe("linkAndSignIn", () => {
  it("links the account that the password proves, and signs in", async () => {
    const { email, citizen, session } = await active();
    const proved = identity();
    const result = await linkAndSignIn(citizen, { identifier: email, password }, proved, "d");
    if (!result.ok) throw new Error(result.reason);
    expect(await findAccountSession(hashSecret(result.value.secret))).not.toBeNull();
    // The earlier session of this browser.
    expect(await findAccountSession(hashSecret(session.secret))).toBeNull();
    expect((await signInWithIdentity(anonymous, proved, "d")).ok).toBe(true);
  });

  it("never links because the addresses are equal: the password is needed, and an unknown account is refused alike", async () => {
    const { email, citizen } = await active();
    const pending = await invited();
    for (const identifier of [email, newEmail(), pending.email])
      expect(await linkAndSignIn(anonymous, { identifier, password: "faux" }, identity(), "d")).toEqual({
        ok: false,
        reason: "wrong_password",
      });
    expect(await linksOf(citizen.accountId)).toEqual([]);
    expect(await verbsOf(citizen.accountId)).toContain("account.sign_in_failed");
  });
});

describe("linking by a letter", () => {
  it("needs the mailbox of the account and the browser of the identity", async () => {
    const { email, citizen } = await active();
    const proved = identity();
    expect(await askIdentityLink(anonymous, { email }, proved)).toEqual({ ok: true, value: null });
    const jeton = await lastLink(email);
    const confirm = (which: typeof proved | null) => confirmIdentityLink(anonymous, { jeton }, which, "d");
    for (const other of [null, identity()])
      expect(await confirm(other)).toEqual({ ok: false, reason: "other_browser" });
    expect(await linksOf(citizen.accountId)).toEqual([]);

    const result = await confirm(proved);
    if (!result.ok) throw new Error(result.reason);
    expect(result.value.accountId).toBe(citizen.accountId);
    expect(await confirm(proved)).toEqual({ ok: false, reason: "used" });
    expect(await verbsOf(citizen.accountId)).toEqual(
      expect.arrayContaining(["account.sign_in_link_asked", "account.identity_linked", "account.signed_in"]),
    );
  });

  it("writes to nobody who has no account, with the same answer", async () => {
    const email = newEmail();
    expect(await askIdentityLink(anonymous, { email }, identity())).toEqual({ ok: true, value: null });
    expect(await lettersTo(email)).toEqual([]);
  });

  it("refuses a link too old, one of another purpose, and one cut short", async () => {
    const { email } = await active();
    const proved = identity();
    await askIdentityLink(anonymous, { email }, proved);
    const jeton = await lastLink(email);
    const confirm = (text: string) => confirmIdentityLink(anonymous, { jeton: text }, proved, "d");
    expect(await confirm(jeton.slice(0, -1))).toEqual({ ok: false, reason: "unknown" });
    expect(await confirm((await invited()).jeton)).toEqual({ ok: false, reason: "unknown" });
    travel(31);
    expect(await confirm(jeton)).toEqual({ ok: false, reason: "expired" });
  });
});

describe("an account created with an identity", () => {
  const finalise = async (email: string, jeton: string, proved: ReturnType<typeof identity>, invitedEmail = email) => {
    const input = { ...names, password, passwordConfirmation: password, jeton };
    const result = await finaliseAccount(anonymous, input, "d", { ...proved, email: invitedEmail });
    if (!result.ok) throw new Error(result.reason);
    return result.value.session;
  };

  it("is linked when its address is confirmed", async () => {
    const { email, jeton } = await invited();
    const proved = identity();
    const { accountId } = await finalise(email, jeton, proved);
    expect(await signInWithIdentity(anonymous, proved, "d")).toMatchObject({ ok: true, value: { accountId } });
    expect(await verbsOf(accountId)).toEqual(expect.arrayContaining(["account.activated", "account.identity_linked"]));
  });

  it("is created without the link when the identity asked for another address, or is linked elsewhere", async () => {
    const other = await invited();
    await finalise(other.email, other.jeton, identity(), newEmail());
    expect(await linksOf((await accountOf(other.email)).id)).toEqual([]);

    const { proved } = await linked();
    const third = await invited();
    const { accountId } = await finalise(third.email, third.jeton, proved);
    expect(await linksOf(accountId)).toEqual([]);
    expect(await verbsOf(accountId)).not.toContain("account.identity_linked");
  });
});

describe("unlinkIdentity", () => {
  it("takes the link away, says so by mail, and leaves its trace", async () => {
    const { email, citizen, proved } = await linked();
    expect(await unlinkIdentity(citizen)).toEqual({ ok: true, value: null });
    expect(await signInWithIdentity(anonymous, proved, "d")).toEqual({ ok: false, reason: "unknown" });
    expect((await lettersTo(email))[0]?.subject).toBe("FranceConnect n’est plus lié à votre compte");
    expect(await verbsOf(citizen.accountId)).toContain("account.identity_unlinked");
    expect(await unlinkIdentity(citizen)).toEqual({ ok: false, reason: "not_linked" });
  });

  it("refuses when nothing else would open the account, and never touches another's", async () => {
    const { citizen, proved } = await linked();
    const other = await active();
    expect(await unlinkIdentity(other.citizen)).toEqual({ ok: false, reason: "not_linked" });
    await database().update(accounts).set({ passwordHash: null }).where(eq(accounts.id, citizen.accountId));
    expect(await unlinkIdentity(citizen)).toEqual({ ok: false, reason: "no_password" });
    expect((await signInWithIdentity(anonymous, proved, "d")).ok).toBe(true);
  });
});

describe("a new password by link", () => {
  it("says, to who chose it and by mail, that FranceConnect still opens the account", async () => {
    const told = async ({ email }: { email: string }) => {
      await askPasswordReset(anonymous, { identifier: email });
      const jeton = await lastLink(email);
      const result = await resetPassword(anonymous, { jeton, password, passwordConfirmation: password });
      return [result, (await lettersTo(email))[0]?.paragraphs.join(" ").includes("FranceConnect reste lié")];
    };
    expect(await told(await linked())).toEqual([{ ok: true, value: { isIdentityLinked: true } }, true]);
    expect(await told(await active())).toEqual([{ ok: true, value: { isIdentityLinked: false } }, false]);
  });
});
