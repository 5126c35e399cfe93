import { eq } from "drizzle-orm";
import { accounts, accountSessions } from "@/db/schema/accounts";
import { anonymous, type Citizen } from "@/lib/kernel/actor";
import { hashSecret } from "@/lib/kernel/crypto";
import { database } from "@/lib/kernel/database";
import { findAccountSession } from "../queries/find-account-session";
import { listSessions } from "../queries/list-sessions";
import { active, comeBack, password, travel, verbsOf } from "../testing/accounts";
import { endOtherSessions, endSession } from "./end-sessions";
import { touchAccountSession } from "./open-session";
import { signIn } from "./sign-in";

afterEach(comeBack);
afterAll(() => database().$client.end());

async function elsewhere(email: string, device = "Safari sur iPhone") {
  const opened = await signIn(anonymous, { identifier: email, password }, device);
  if (!opened.ok) throw new Error(opened.reason);
  return opened.value;
}

const find = (secret: string) => findAccountSession(hashSecret(secret));

describe("the sessions of an account", () => {
  it("are listed with their device, the one that asks first; other people's and those that ended are not", async () => {
    const { email, citizen } = await active();
    const old = await elsewhere(email, "Edge sur Windows");
    await database()
      .update(accountSessions)
      .set({ idleExpiresAt: new Date(0) })
      .where(eq(accountSessions.id, old.sessionId));
    await elsewhere(email);
    await active();
    const listed = await listSessions(citizen);
    expect(listed.map(({ device, isCurrent }) => ({ device, isCurrent }))).toEqual([
      { device: "Firefox sur Linux", isCurrent: true },
      { device: "Safari sur iPhone", isCurrent: false },
    ]);
  });

  it("end one by one, at the very next request", async () => {
    const { email, citizen, session } = await active();
    const other = await elsewhere(email);
    expect(await endSession(citizen, { sessionId: other.sessionId })).toEqual({ ok: true, value: null });
    expect(await find(other.secret)).toBeNull();
    expect(await find(session.secret)).not.toBeNull();
    expect(await verbsOf(citizen.accountId)).toContain("account.session_ended");
    await expect(endSession(citizen, { sessionId: other.sessionId })).rejects.toThrow("introuvable");
  });

  it("are never another person's to end", async () => {
    const [one, other] = [await active(), await active()];
    await expect(endSession(one.citizen, { sessionId: other.session.sessionId })).rejects.toThrow("introuvable");
    await endOtherSessions(one.citizen);
    expect(await find(other.session.secret)).not.toBeNull();
    expect(await verbsOf(one.citizen.accountId)).not.toContain("account.session_ended");
  });

  it("end all at once but the one that asks", async () => {
    const { email, citizen, session } = await active();
    const others = [await elsewhere(email), await elsewhere(email)];
    expect(await endOtherSessions(citizen)).toMatchObject({ ok: true, value: { sessions: 2 } });
    for (const { secret } of others) expect(await find(secret)).toBeNull();
    expect(await find(session.secret)).not.toBeNull();
    expect(await verbsOf(citizen.accountId)).toContain("account.sessions_ended");
  });

  it.each(["suspended", "deleted"] as const)("open nothing once the account is %s", async (status) => {
    const { citizen, session } = await active();
    await database().update(accounts).set({ status }).where(eq(accounts.id, citizen.accountId));
    expect(await find(session.secret)).toBeNull();
  });
});

describe("the limits of a session", () => {
  const use = async (citizen: Citizen, secret: string) => {
    const session = await find(secret);
    if (session) await touchAccountSession(citizen, session);
    return session;
  };

  it("are 30 minutes without use, put off by each use", async () => {
    const { citizen, session } = await active();
    travel(29);
    expect(await use(citizen, session.secret)).not.toBeNull();
    travel(58);
    expect(await use(citizen, session.secret)).not.toBeNull();
    travel(89);
    expect(await use(citizen, session.secret)).toBeNull();
  });

  it("are 12 hours however much it is used: the idle end never goes past the absolute one", async () => {
    const { citizen, session } = await active();
    for (let minutes = 25; minutes < 12 * 60; minutes += 25) {
      travel(minutes);
      expect(await use(citizen, session.secret)).not.toBeNull();
    }
    const last = await find(session.secret);
    expect(last?.idleExpiresAt).toEqual(last?.expiresAt);
    travel(12 * 60 + 1);
    expect(await use(citizen, session.secret)).toBeNull();
  });
});
