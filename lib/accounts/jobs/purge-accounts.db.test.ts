import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { accountRecoveries, accounts, accountSessions, accountTokens } from "@/db/schema/accounts";
import { auditEvents } from "@/db/schema/platform";
import { database } from "@/lib/kernel/database";
import { newAgent } from "@/lib/staff/testing";
import type { AccountId, RecoveryId, SessionId, TokenId } from "@/lib/shared/ids";
import { purgeAccounts } from "./purge-accounts";

const worker = { kind: "system", job: "sessions-et-liens" } as const;
const limits = { signal: new AbortController().signal };
const ago = (days: number) => new Date(Date.now() - days * 86_400_000);

async function account(status: "invited" | "active", days: number): Promise<AccountId> {
  const id = randomUUID() as AccountId;
  await database()
    .insert(accounts)
    .values({ id, status, email: `${id}@example.org`, createdAt: ago(days) });
  return id;
}

afterAll(() => database().$client.end());

describe("purgeAccounts", () => {
  it("erases accounts never activated after ten days, sessions that ended and links a month past; nothing else", async () => {
    const [old, fresh, active] = [
      await account("invited", 11),
      await account("invited", 9),
      await account("active", 400),
    ];
    const session = (idle: number, end: number) => ({
      id: randomUUID() as SessionId,
      accountId: active,
      tokenHash: randomUUID(),
      createdAt: ago(1),
      lastSeenAt: ago(1),
      idleExpiresAt: ago(idle),
      expiresAt: ago(end),
      device: "d",
    });
    await database()
      .insert(accountSessions)
      .values([session(0.1, -1), session(0.1, 0.1), session(-1, -1)]);
    const link = (days: number) => ({
      id: randomUUID() as TokenId,
      accountId: active,
      purpose: "activation" as const,
      tokenHash: randomUUID(),
      createdAt: ago(days + 1),
      expiresAt: ago(days),
    });
    await database()
      .insert(accountTokens)
      .values([link(31), link(1)]);

    expect(await purgeAccounts(worker, limits)).toBe(4);
    const left = (await database().select({ id: accounts.id }).from(accounts)).map(({ id }) => id);
    expect(left).toEqual(expect.arrayContaining([fresh, active]));
    expect(left).not.toContain(old);
    expect(await database().select().from(accountSessions)).toHaveLength(1);
    expect(await database().select().from(accountTokens)).toHaveLength(1);
    const lines = await database().select().from(auditEvents).where(eq(auditEvents.verb, "housekeeping.done"));
    expect(lines).toMatchObject([{ subjectId: "sessions-et-liens", details: { invitedAccounts: 1 } }]);
    expect(await purgeAccounts(worker, limits)).toBe(0);
  });

  it("closes the recoveries that nobody decided in time, and erases them after a year", async () => {
    const accountId = await account("active", 800);
    const { agentId: askedBy } = await newAgent();
    const recovery = (state: "asked" | "refused", days: number) => ({
      id: randomUUID() as RecoveryId,
      accountId,
      state,
      newEmail: "scellé",
      proof: "scellé",
      askedBy,
      askedAt: ago(days),
      decidedAt: state === "asked" ? null : ago(days - 1),
    });
    await database()
      .insert(accountRecoveries)
      .values([recovery("refused", 366), recovery("refused", 364), recovery("asked", 8)]);

    expect(await purgeAccounts(worker, limits)).toBe(2);
    const left = await database().select({ state: accountRecoveries.state }).from(accountRecoveries);
    expect(left.map(({ state }) => state).sort()).toEqual(["lapsed", "refused"]);
    expect(await purgeAccounts(worker, limits)).toBe(0);
  });
});
