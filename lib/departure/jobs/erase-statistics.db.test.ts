import { eq, inArray } from "drizzle-orm";
import { journalOf, submitted } from "@/db/test/citizen-demande";
import { buildTown, type Town } from "@/db/test/filed-demande";
import { accounts } from "@/db/schema/accounts";
import { demandeEvents, demandes } from "@/db/schema/demandes";
import { messages } from "@/db/schema/messages";
import type { System } from "@/lib/kernel/actor";
import { database } from "@/lib/kernel/database";
import { newId, type AccountId, type DemandeId, type MessageId } from "@/lib/shared/ids";
import { eraseStatistics } from "./erase-statistics";

jest.setTimeout(90_000);

let town: Town;
beforeAll(async () => {
  town = await buildTown();
});
afterAll(() => database().$client.end());

const system: System = { kind: "system", job: "traces-anciennes" };
const limits = { signal: new AbortController().signal };
const ago = (days: number) => new Date(Date.now() - days * 86_400_000);

async function anonymised(days: number | null): Promise<DemandeId> {
  const { demandeId } = await submitted(town.citizen);
  const at = new Date();
  await database()
    .insert(messages)
    .values({ id: newId<MessageId>(), demandeId, author: "citizen", body: "", sentAt: at });
  await database()
    .update(demandes)
    .set({ status: "validated", closedAt: at, anonymisedAt: days === null ? null : ago(days), accountId: null })
    .where(eq(demandes.id, demandeId));
  return demandeId;
}

async function account(status: "deleted" | "suspended", days: number): Promise<AccountId> {
  const id = newId<AccountId>();
  await database()
    .insert(accounts)
    .values({ id, status, createdAt: ago(days + 1), deletedAt: status === "deleted" ? ago(days) : null });
  return id;
}

describe("eraseStatistics", () => {
  it("erases an anonymised demande with its history after five years, and no other", async () => {
    const [old, recent, open] = [await anonymised(1_826), await anonymised(1_824), await anonymised(null)];
    expect(await eraseStatistics(system, { signal: AbortSignal.abort() })).toBe(0);
    const both = await Promise.all([eraseStatistics(system, limits), eraseStatistics(system, limits)]);
    expect(both[0] + both[1]).toBe(1);
    const left = await database()
      .select({ id: demandes.id })
      .from(demandes)
      .where(inArray(demandes.id, [old, recent, open]));
    expect(new Set(left.map(({ id }) => id))).toEqual(new Set([recent, open]));
    for (const table of [demandeEvents, messages])
      expect(await database().$count(table, eq(table.demandeId, old))).toBe(0);
    expect(await journalOf("traces-anciennes", "housekeeping.done")).toMatchObject([{ details: { demandes: 1 } }]);
  });

  it("erases the empty row of an account deleted five years ago, and no other", async () => {
    const [old, recent, alive] = [
      await account("deleted", 1_826),
      await account("deleted", 1_824),
      await account("suspended", 4_000),
    ];
    expect(await eraseStatistics(system, limits)).toBe(1);
    const left = await database()
      .select({ id: accounts.id })
      .from(accounts)
      .where(inArray(accounts.id, [old, recent, alive]));
    expect(new Set(left.map(({ id }) => id))).toEqual(new Set([recent, alive]));
  });
});
