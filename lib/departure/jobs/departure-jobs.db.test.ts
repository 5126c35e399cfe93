import { eq, sql } from "drizzle-orm";
import type { PgTable } from "drizzle-orm/pg-core";
import { addDemarche, journalOf, newGuest, submitted, valueOf } from "@/db/test/citizen-demande";
import { buildTown, smallDefinition, type Town } from "@/db/test/filed-demande";
import { accountExports, accountIdentities, accounts, accountTokens } from "@/db/schema/accounts";
import { demandeRevisions, demandes } from "@/db/schema/demandes";
import { outbox } from "@/db/schema/platform";
import { relations } from "@/db/schema/relations";
import { anonymous, type System } from "@/lib/kernel/actor";
import { database } from "@/lib/kernel/database";
import { queueText } from "@/lib/letters/testing";
import { signIn } from "@/lib/accounts/commands/sign-in";
import { comeBack, lettersTo, password, travel } from "@/lib/accounts/testing/accounts";
import { issueToken } from "@/lib/accounts/access/tokens";
import { listNotifications } from "@/lib/notifications/queries";
import { newId, type AccountId, type ExportId, type RelationId } from "@/lib/shared/ids";
import { accountRow, deletionLink, demandeIn, demandeRow, leaver } from "../testing/leaver";
import { deleteAccount } from "../commands/delete-account";
import { anonymiseFinished } from "./anonymise-finished";
import { eraseLeftovers } from "./erase-leftovers";
import { deleteIdleAccounts, warnIdleAccounts } from "./idle-accounts";

// Two busy cores make what takes two seconds take ten.
jest.setTimeout(90_000);

let town: Town;
beforeAll(async () => {
  town = await buildTown();
});
// The jobs look at everybody: those of the tests before are put aside.
beforeEach(() => database().update(accounts).set({ status: "suspended" }).where(eq(accounts.status, "active")));
afterEach(comeBack);

const system: System = { kind: "system", job: "test" };
const limits = { signal: new AbortController().signal };
const stopped = { signal: AbortSignal.abort() };
const day = 24 * 60;
/** After `days` without a visit. */
const inDays = (days: number) => {
  comeBack();
  travel(days * day + 60);
};
const noticesOf = async (id: AccountId) => (await journalOf(id, "account.idle_warned")).map(({ details }) => details);

describe("anonymiseFinished", () => {
  it("keeps a finished demande as long as its démarche says, and not a day more", async () => {
    const { citizen } = await leaver();
    const brief = { ...smallDefinition, legal: { ...smallDefinition.legal, retentionMonths: 3 } };
    await addDemarche(town, "brief", {}, brief);
    const [usual, open] = [await demandeIn(town, citizen, "validated"), await demandeIn(town, citizen, "complete")];
    const { demandeId: short } = await submitted(citizen, "brief");
    await database().update(demandes).set({ status: "rejected", closedAt: new Date() }).where(eq(demandes.id, short));
    const isAnonymous = async (id: typeof short) => (await demandeRow(id))?.anonymisedAt !== null;

    inDays(85);
    expect(await anonymiseFinished(system, limits)).toBe(0);
    inDays(100);
    expect(await anonymiseFinished(system, stopped)).toBe(0);
    const counts = await Promise.all([anonymiseFinished(system, limits), anonymiseFinished(system, limits)]);
    expect(counts[0] + counts[1]).toBe(1);
    expect([await isAnonymous(short), await isAnonymous(usual.id)]).toEqual([true, false]);
    inDays(370);
    expect(await anonymiseFinished(system, limits)).toBe(1);
    expect([await isAnonymous(usual.id), await isAnonymous(open.id)]).toEqual([true, false]);
    expect(await anonymiseFinished(system, limits)).toBe(0);
  });

  it("cuts it from the account, and says so in the journal", async () => {
    const { citizen } = await leaver();
    const { demandeId } = await submitted(citizen);
    await database()
      .update(demandes)
      .set({ status: "validated", closedAt: new Date() })
      .where(eq(demandes.id, demandeId));
    expect(await listNotifications(citizen)).toHaveLength(1);
    inDays(400);
    await anonymiseFinished(system, limits);
    expect(await demandeRow(demandeId)).toMatchObject({ accountId: null, contactHash: null, searchName: "" });
    expect(await listNotifications(citizen)).toEqual([]);
    const [revision] = await database()
      .select()
      .from(demandeRevisions)
      .where(eq(demandeRevisions.demandeId, demandeId));
    expect(revision?.answers).toEqual({});
    expect(await journalOf(demandeId, "demande.anonymised")).toMatchObject([{ actorKind: "system" }]);
    expect(await accountRow(citizen.accountId)).toMatchObject({ status: "active" });
  });
});

describe("an idle account", () => {
  it("is warned thirty then fourteen days before, then deleted, what is under way left to finish", async () => {
    const { email, citizen } = await leaver();
    const pending = await demandeIn(town, citizen, "pending");
    inDays(699);
    expect([await warnIdleAccounts(system, limits), await deleteIdleAccounts(system, limits)]).toEqual([0, 0]);
    inDays(700);
    expect(await warnIdleAccounts(system, stopped)).toBe(0);
    const twice = await Promise.all([warnIdleAccounts(system, limits), warnIdleAccounts(system, limits)]);
    expect(twice[0] + twice[1]).toBe(1);
    inDays(715);
    expect(await warnIdleAccounts(system, limits)).toBe(0);
    inDays(716);
    expect(await warnIdleAccounts(system, limits)).toBe(1);
    expect(await noticesOf(citizen.accountId)).toEqual([{ notice: 1 }, { notice: 2 }]);
    const letters = (await lettersTo(email)).filter(({ subject }) =>
      subject.startsWith("Votre compte sera supprimé le"),
    );
    expect(new Set(letters.map(({ subject }) => subject)).size).toBe(1);
    inDays(729);
    expect([await warnIdleAccounts(system, limits), await deleteIdleAccounts(system, limits)]).toEqual([0, 0]);
    inDays(730);
    expect(await deleteIdleAccounts(system, stopped)).toBe(0);
    expect(await deleteIdleAccounts(system, limits)).toBe(1);

    expect(await accountRow(citizen.accountId)).toMatchObject({ status: "deleted", email: null });
    expect(await demandeRow(pending.id)).toMatchObject({ status: "pending", accountId: null, anonymisedAt: null });
    expect(await lettersTo(email)).toMatchObject([{ facts: [{ value: pending.number }] }]);
    expect(await journalOf(citizen.accountId, "account.deleted")).toMatchObject([
      { actorKind: "system", details: { isIdle: true, finishing: 1 } },
    ]);
  });

  it("has its whole thirty days, even where no worker ran for a year", async () => {
    const { citizen } = await leaver();
    inDays(1_100);
    expect(await warnIdleAccounts(system, limits)).toBe(1);
    expect(await warnIdleAccounts(system, limits)).toBe(0);
    inDays(1_115);
    expect(await warnIdleAccounts(system, limits)).toBe(0);
    inDays(1_117);
    expect([await warnIdleAccounts(system, limits), await deleteIdleAccounts(system, limits)]).toEqual([1, 0]);
    inDays(1_130);
    expect(await deleteIdleAccounts(system, limits)).toBe(0);
    inDays(1_132);
    expect(await deleteIdleAccounts(system, limits)).toBe(1);
    expect(await accountRow(citizen.accountId)).toMatchObject({ status: "deleted" });
  });

  it("is kept by a visit, and warned anew two years later", async () => {
    const { email, citizen } = await leaver();
    inDays(720);
    expect(await warnIdleAccounts(system, limits)).toBe(1);
    valueOf(await signIn(anonymous, { identifier: email, password }, "Firefox"));
    expect(await accountRow(citizen.accountId)).toMatchObject({ idleNotices: 0 });
    inDays(800);
    expect([await warnIdleAccounts(system, limits), await deleteIdleAccounts(system, limits)]).toEqual([0, 0]);
    inDays(720 + 700);
    expect(await warnIdleAccounts(system, limits)).toBe(1);
    expect(await noticesOf(citizen.accountId)).toEqual([{ notice: 1 }, { notice: 1 }]);
  });

  it.each(["suspended", "frozen"] as const)("is no business of the job while it is %s", async (status) => {
    const { citizen } = await leaver();
    await database().update(accounts).set({ status, idleNotices: 2 }).where(eq(accounts.id, citizen.accountId));
    inDays(2_000);
    await warnIdleAccounts(system, limits);
    await deleteIdleAccounts(system, limits);
    expect(await noticesOf(citizen.accountId)).toEqual([]);
    expect(await accountRow(citizen.accountId)).toMatchObject({ status });
  });
});

describe("eraseLeftovers", () => {
  it("erases what a request that waited wrote after the deletion, and nothing of the others", async () => {
    const [gone, other] = [await leaver(), await leaver()];
    valueOf(await deleteAccount(anonymous, { jeton: await deletionLink(gone.citizen, gone.email) }));
    const [late, kept] = [await demandeIn(town, gone.citizen, "draft"), await demandeIn(town, other.citizen, "draft")];
    const claimed = await submitted(newGuest());
    await database()
      .update(demandes)
      .set({ accountId: gone.citizen.accountId })
      .where(eq(demandes.id, claimed.demandeId));
    const at = new Date();
    await database().insert(relations).values({
      id: newId<RelationId>(),
      accountId: gone.citizen.accountId,
      kind: "natural",
      role: "child",
      firstName: "Tardive",
      createdAt: at,
      updatedAt: at,
    });
    expect(await eraseLeftovers(system, stopped)).toBe(0);
    expect(await eraseLeftovers(system, limits)).toBe(1);
    expect(await demandeRow(late.id)).toBeNull();
    expect(await demandeRow(kept.id)).not.toBeNull();
    expect(await demandeRow(claimed.demandeId)).toMatchObject({ accountId: null, status: "pending" });
    expect(await database().$count(relations, eq(relations.accountId, gone.citizen.accountId))).toBe(0);
    expect(await eraseLeftovers(system, limits)).toBe(0);
    expect(await journalOf("test", "housekeeping.done")).toMatchObject([{ details: { accounts: 1, drafts: 1 } }]);
  });

  const soon = () => new Date(Date.now() + 60_000);
  const late: [string, PgTable, (accountId: AccountId) => Promise<unknown>][] = [
    [
      "a link",
      accountTokens,
      (accountId) => database().transaction((tx) => issueToken(tx, accountId, "password_reset", "mot")),
    ],
    [
      "an identity",
      accountIdentities,
      (accountId) =>
        database()
          .insert(accountIdentities)
          .values({ provider: "franceconnect", subjectHash: accountId, accountId, linkedAt: new Date() }),
    ],
    [
      "a copy",
      accountExports,
      (accountId) =>
        database().insert(accountExports).values({
          id: newId<ExportId>(),
          accountId,
          state: "waiting",
          fileKey: "x",
          createdAt: new Date(),
          expiresAt: soon(),
        }),
    ],
    [
      "a letter",
      outbox,
      (accountId) =>
        database().transaction((tx) =>
          queueText(tx, {
            to: "tardif@example.org",
            kind: "account.username",
            accountId,
            key: `account.username:${accountId}:tard`,
            content: { subject: "s", greeting: "Bonjour,", paragraphs: [] },
          }),
        ),
    ],
  ];

  it.each(late)("erases %s written after the deletion", async (_what, table, write) => {
    const { email, citizen } = await leaver();
    valueOf(await deleteAccount(anonymous, { jeton: await deletionLink(citizen, email) }));
    const count = () => database().$count(table, sql`account_id = ${citizen.accountId}`);
    const before = await count();
    expect(await eraseLeftovers(system, limits)).toBe(0);
    await write(citizen.accountId);
    expect(await count()).toBe(before + 1);
    expect(await eraseLeftovers(system, limits)).toBe(1);
    expect(await count()).toBe(before);
    expect(await eraseLeftovers(system, limits)).toBe(0);
  });

  it.each([
    { passwordHash: "x" },
    { email: "tardif@example.org" },
    { lastName: "Tardive" },
    { pendingProfile: { lastName: "Tardive" } },
    { searchText: "tardive" },
  ])("empties what was written in the row after the deletion: %o", async (changes) => {
    const { email, citizen } = await leaver();
    valueOf(await deleteAccount(anonymous, { jeton: await deletionLink(citizen, email) }));
    const empty = await accountRow(citizen.accountId);
    await database().update(accounts).set(changes).where(eq(accounts.id, citizen.accountId));
    expect(await eraseLeftovers(system, limits)).toBe(1);
    expect(await accountRow(citizen.accountId)).toEqual(empty);
    expect(await eraseLeftovers(system, limits)).toBe(0);
  });
});
