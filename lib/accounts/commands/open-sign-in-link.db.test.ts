import { eq } from "drizzle-orm";
import { accounts } from "@/db/schema/accounts";
import { anonymous } from "@/lib/kernel/actor";
import { hashSecret, newSecret } from "@/lib/kernel/crypto";
import { database } from "@/lib/kernel/database";
import { findAccountSession } from "../queries/find-account-session";
import { findLink } from "../queries/find-link";
import {
  active,
  comeBack,
  stopClock,
  invited,
  lastLink,
  lettersTo,
  newEmail,
  password,
  travel,
  verbsOf,
} from "../testing/accounts";
import { askPasswordReset } from "./reset-password";
import { signIn } from "./sign-in";
import { askSignInLink, openSignInLink } from "./open-sign-in-link";

beforeEach(stopClock);
afterEach(comeBack);
afterAll(() => database().$client.end());

const open = (jeton: string) => openSignInLink(anonymous, { jeton }, "Firefox sur Linux");

async function linkOf(email: string, returnTo?: string): Promise<string> {
  expect(await askSignInLink(anonymous, { identifier: email, returnTo })).toEqual({ ok: true, value: null });
  return lastLink(email);
}

describe("sign-in by link (T1, T3)", () => {
  it("opens a session of its own, goes on where it was asked, and says so in the journal", async () => {
    const { email, username, session } = await active();
    await askSignInLink(anonymous, { identifier: username, returnTo: "/demandes/1" });
    const opened = await open(await lastLink(email));
    if (!opened.ok) throw new Error("refused");
    expect(opened.value.returnTo).toBe("/demandes/1");
    expect(opened.value.session.secret).not.toBe(session.secret);
    expect(await findAccountSession(hashSecret(opened.value.session.secret))).toMatchObject({
      accountId: session.accountId,
    });
    expect(await verbsOf(session.accountId)).toEqual(
      expect.arrayContaining(["account.sign_in_link_asked", "account.signed_in"]),
    );
  });

  it("ends the session that the same browser had", async () => {
    const { email, citizen, session } = await active();
    const jeton = await linkOf(email);
    expect((await openSignInLink(citizen, { jeton }, "d")).ok).toBe(true);
    expect(await findAccountSession(hashSecret(session.secret))).toBeNull();
  });

  it("answers the same for somebody unknown or suspended, and writes nothing", async () => {
    const { email, session } = await active();
    await database().update(accounts).set({ status: "suspended" }).where(eq(accounts.id, session.accountId));
    const stranger = newEmail();
    for (const identifier of [email, stranger])
      expect(await askSignInLink(anonymous, { identifier })).toEqual({ ok: true, value: null });
    expect((await lettersTo(email))[0]?.subject).toBe("Votre compte est créé");
    expect(await lettersTo(stranger)).toEqual([]);
    expect(await verbsOf(session.accountId)).not.toContain("account.sign_in_link_asked");
  });

  it("sends the activation again to who never finished", async () => {
    const { email } = await invited();
    await askSignInLink(anonymous, { identifier: email });
    expect((await lettersTo(email))[0]?.subject).toBe("Finalisez la création de votre compte");
  });

  it("stops after five letters in an hour, with the same answer", async () => {
    const { email } = await active();
    for (let i = 0; i < 8; i += 1) await askSignInLink(anonymous, { identifier: email });
    expect((await lettersTo(email)).filter(({ subject }) => subject === "Votre lien de connexion").length).toBe(4);
  });

  it("lets the owner in while passwords are delayed, and ends the delay", async () => {
    const { email } = await active();
    const fail = () => signIn(anonymous, { identifier: email, password: "mauvais" }, "d");
    await Promise.all(Array.from({ length: 30 }, fail));
    const delayed = await signIn(anonymous, { identifier: email, password }, "d");
    expect(delayed).toMatchObject({ ok: false, reason: "delayed" });
    expect((await open(await linkOf(email))).ok).toBe(true);
    expect((await signIn(anonymous, { identifier: email, password }, "d")).ok).toBe(true);
  });

  it("serves once, whoever presses at the same time", async () => {
    const { email } = await active();
    const jeton = await linkOf(email);
    const results = await Promise.all(Array.from({ length: 8 }, () => open(jeton)));
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
    expect(results.filter((result) => !result.ok && result.reason === "used")).toHaveLength(7);
    expect(await findLink(jeton, "sign_in")).toEqual({ state: "used" });
  });

  it("opens nothing once suspended, superseded, late, made for something else, or made up", async () => {
    const { email, session } = await active();
    const first = await linkOf(email);
    const second = await linkOf(email);
    expect(await open(first)).toEqual({ ok: false, reason: "expired" });
    travel(11);
    expect(await open(second)).toEqual({ ok: false, reason: "expired" });
    comeBack();
    await askPasswordReset(anonymous, { identifier: email });
    expect(await open(await lastLink(email))).toEqual({ ok: false, reason: "unknown" });
    expect(await open(newSecret())).toEqual({ ok: false, reason: "unknown" });
    await database().update(accounts).set({ status: "suspended" }).where(eq(accounts.id, session.accountId));
    expect(await findLink(second, "sign_in")).toEqual({ state: "unknown" });
    expect(await open(second)).toEqual({ ok: false, reason: "unknown" });
  });
});
