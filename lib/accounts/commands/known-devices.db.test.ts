import { and, count, eq } from "drizzle-orm";
import { auditEvents } from "@/db/schema/platform";
import { anonymous } from "@/lib/kernel/actor";
import { database } from "@/lib/kernel/database";
import type { DeviceOwner, KnownDevice } from "@/lib/proofs/known-devices";
import type { AccountId } from "@/lib/shared/ids";
import {
  active,
  comeBack,
  stopClock,
  lastLink,
  lettersTo,
  newEmail,
  otherPassword,
  password,
  travel,
} from "../testing/accounts";
import { endAccess } from "../access/end-access";
import { askEmailChange } from "./change-email";
import { changePassword } from "./change-password";
import { endOtherSessions } from "./end-sessions";
import { linkAndSignIn } from "./link-identity";
import { remindUsername } from "./remind-username";
import { askPasswordReset, resetPassword } from "./reset-password";
import { signIn } from "./sign-in";
import { askSignInLink, openSignInLink } from "./open-sign-in-link";

// A day of guesses, each compared.
jest.setTimeout(60_000);

beforeEach(stopClock);
afterEach(comeBack);
afterAll(() => database().$client.end());

const wrong = "ce n’est pas le bon";
const deviceOf = (owner: DeviceOwner, device = "appareil"): KnownDevice => ({
  owner: owner.id,
  epoch: owner.deviceEpoch,
  device,
});
const attempt = (identifier: string, typed: string, known: readonly KnownDevice[] = []) =>
  signIn(anonymous, { identifier, password: typed }, "d", known);
const reasonOf = async (identifier: string, typed: string, known?: readonly KnownDevice[]) => {
  const result = await attempt(identifier, typed, known);
  return result.ok ? "ok" : result.reason;
};

/** Tries spread over a day, as many as `take` lets through by each of these names. */
async function guess(names: readonly string[], known?: readonly KnownDevice[]) {
  const answers: string[] = [];
  for (let turn = 0; turn < 60; turn += 1) {
    travel(turn * 16);
    for (const name of names) answers.push(await reasonOf(name, wrong, known));
  }
  return answers;
}

async function eventsOf(verb: "account.sign_in_failed" | "account.sign_in_held", accountId: AccountId) {
  const [row] = await database()
    .select({ total: count() })
    .from(auditEvents)
    .where(and(eq(auditEvents.subjectId, accountId), eq(auditEvents.verb, verb)));
  return row?.total ?? 0;
}

describe("a browser that signed in before", () => {
  it("enters while strangers make each other wait", async () => {
    const { email, username, session } = await active();
    const known = [deviceOf(session.owner)];
    await guess([email]);
    expect(await reasonOf(email, password)).toBe("delayed");
    for (const name of [email, username]) expect(await reasonOf(name, password, known)).toBe("ok");
    // What strangers tried is not forgotten.
    expect(await reasonOf(email, password)).toBe("delayed");
  });

  it("is delayed after five failures of its own, which strangers do not feel", async () => {
    const { email, username, session } = await active();
    const known = [deviceOf(session.owner)];
    for (let turn = 0; turn < 5; turn += 1) expect(await reasonOf(email, wrong, known)).toBe("bad_credentials");
    expect(await attempt(username, password, known)).toMatchObject({ reason: "delayed", details: { seconds: "2" } });
    expect(await reasonOf(email, password)).toBe("ok");
  });

  it("makes 25 tries a day at most, and is then counted among strangers", async () => {
    const { email, session } = await active();
    const known = [deviceOf(session.owner)];
    await guess([email], known);
    expect(await eventsOf("account.sign_in_failed", session.accountId)).toBe(50);
    expect(await reasonOf(email, password, known)).toBe("delayed");
    expect(await reasonOf(email, password, [deviceOf(session.owner, "un autre")])).toBe("ok");
  });

  it("is a stranger to every other account", async () => {
    const [mine, theirs] = [await active(), await active()];
    await guess([theirs.email]);
    expect(await reasonOf(theirs.email, password, [deviceOf(mine.session.owner)])).toBe("delayed");
    const forged = { ...deviceOf(mine.session.owner), owner: theirs.email };
    expect(await reasonOf(theirs.email, password, [forged])).toBe("delayed");
  });

  it("has the same tries by the door of FranceConnect", async () => {
    const { email, session } = await active();
    const identity = { subjectHash: "a".repeat(64), idToken: "a.b.c" };
    const link = (known: KnownDevice[]) =>
      linkAndSignIn(anonymous, { identifier: email, password }, identity, "d", known);
    await guess([email]);
    expect(await link([])).toMatchObject({ reason: "delayed" });
    expect(await link([deviceOf(session.owner)])).toMatchObject({ ok: true });
  });
});

describe("a browser is a stranger again", () => {
  it.each([
    [
      "once the password is changed",
      async ({ citizen }: Awaited<ReturnType<typeof active>>) => {
        const input = { currentPassword: password, password: otherPassword, passwordConfirmation: otherPassword };
        const changed = await changePassword(citizen, input);
        return changed.ok ? changed.value.owner : null;
      },
    ],
    [
      "once every other connection is ended",
      async ({ citizen }: Awaited<ReturnType<typeof active>>) => {
        const ended = await endOtherSessions(citizen);
        return ended.ok ? ended.value.owner : null;
      },
    ],
  ])("%s, save the one that asked", async (_when, act) => {
    const person = await active();
    const owner = await act(person);
    if (!owner) throw new Error("refused");
    await guess([person.email]);
    expect(await reasonOf(person.email, wrong, [deviceOf(person.session.owner)])).toBe("delayed");
    expect(await reasonOf(person.email, wrong, [deviceOf(owner)])).toBe("bad_credentials");
  });

  it("once the password is chosen again by a link, or the access is ended", async () => {
    const person = await active();
    await askPasswordReset(anonymous, { identifier: person.email });
    const chosen = { password: otherPassword, passwordConfirmation: otherPassword };
    await resetPassword(anonymous, { ...chosen, jeton: await lastLink(person.email) });
    const closed = await active();
    await database().transaction((tx) => endAccess(tx, closed.citizen.accountId, []));
    for (const { email, session } of [person, closed]) {
      await guess([email]);
      expect(await reasonOf(email, wrong, [deviceOf(session.owner)])).toBe("delayed");
    }
  });
});

describe("two names of one account", () => {
  it("do not delay each other, whether or not they are an account’s", async () => {
    const { email, username } = await active();
    const seen = async (one: string, other: string) => {
      for (let turn = 0; turn < 6; turn += 1) await attempt(one, wrong);
      return [await reasonOf(one, wrong), await reasonOf(other, wrong)];
    };
    const strangers = await seen(newEmail(), "personne.inconnue");
    expect(strangers).toEqual(["delayed", "bad_credentials"]);
    expect(await seen(email, username)).toEqual(strangers);
  });

  it("answer in a day as two names of nobody do, and share the 25 tries that are compared", async () => {
    const { email, username, session } = await active();
    const answers = await guess([email, username]);
    comeBack();
    expect(answers).toEqual(await guess([newEmail(), "personne.encore"]));
    expect(await eventsOf("account.sign_in_failed", session.accountId)).toBe(25);
    expect(await eventsOf("account.sign_in_held", session.accountId)).toBe(25);
  });

  it("share them in a burst too, and past them the right password itself is not compared", async () => {
    const { email, username, session } = await active();
    for (let turn = 0; turn < 20; turn += 1) {
      travel(turn * 16);
      await Promise.all([email, username, email, username].map((name) => attempt(name, wrong)));
    }
    expect(await eventsOf("account.sign_in_failed", session.accountId)).toBe(25);
    travel(20 * 16);
    expect(await reasonOf(username, password)).toBe("bad_credentials");
    await askPasswordReset(anonymous, { identifier: email });
    const chosen = { password: otherPassword, passwordConfirmation: otherPassword };
    await resetPassword(anonymous, { ...chosen, jeton: await lastLink(email) });
    for (const name of [email, username]) expect(await reasonOf(name, otherPassword)).toBe("ok");
  });
});

describe("the tries of strangers in a day", () => {
  it("are 25 in all, whatever the owner does meanwhile by password or by link", async () => {
    const { email, username, session } = await active();
    for (let turn = 0; turn < 60; turn += 1) {
      travel(turn * 16);
      for (const name of [email, username]) await attempt(name, wrong);
      travel(turn * 16 + 15);
      if (turn === 4) expect(await reasonOf(username, password)).toBe("ok");
      if (turn % 10 !== 9) continue;
      await askSignInLink(anonymous, { identifier: email });
      expect(await openSignInLink(anonymous, { jeton: await lastLink(email) }, "d")).toMatchObject({ ok: true });
    }
    expect(await eventsOf("account.sign_in_failed", session.accountId)).toBe(25);
  });
});

describe("whoever is signed in", () => {
  it("changes the password and the address while strangers guess, and has 25 tries a day of their own", async () => {
    const { email, citizen } = await active();
    await guess([email]);
    const asked = { email: newEmail(), currentPassword: wrong };
    const answers: string[] = [];
    for (let turn = 0; turn < 30; turn += 1) {
      travel(24 * 60 + turn * 16);
      const result = await askEmailChange(citizen, asked);
      if (!result.ok) answers.push(result.reason);
    }
    expect(answers).toEqual([...Array<string>(25).fill("wrong_password"), ...Array<string>(5).fill("delayed")]);
    const other = await active();
    await guess([other.email]);
    const input = { currentPassword: password, password: otherPassword, passwordConfirmation: otherPassword };
    expect(await changePassword(other.citizen, input)).toMatchObject({ ok: true });
  });
});

describe("letters of a lost password", () => {
  const resetLetters = async (email: string) =>
    (await lettersTo(email)).filter(({ action }) => action?.path.startsWith("/mot-de-passe/")).length;

  it("are not used up by other letters, and a known browser has its own", async () => {
    const { email, session } = await active();
    for (let turn = 0; turn < 7; turn += 1) {
      await askSignInLink(anonymous, { identifier: email });
      await remindUsername(anonymous, { email });
    }
    for (let turn = 0; turn < 7; turn += 1) await askPasswordReset(anonymous, { identifier: email });
    expect(await resetLetters(email)).toBe(5);
    const known = [deviceOf(session.owner)];
    for (let turn = 0; turn < 7; turn += 1) await askPasswordReset(anonymous, { identifier: email }, known);
    expect(await resetLetters(email)).toBe(10);
  });
});
