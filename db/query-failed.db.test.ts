import { inspect } from "node:util";
import { sql } from "drizzle-orm";
import { accounts } from "@/db/schema/accounts";
import { database } from "@/lib/kernel/database";
import { newId, type AccountId } from "@/lib/shared/ids";
import { QueryFailed } from "./query-failed";

const canary = "canari.personnel@example.org";
const row = () => ({ id: newId<AccountId>(), status: "invited", email: canary, createdAt: new Date() }) as const;

describe("a failed query", () => {
  it.each([
    [
      "a builder's query",
      async () => (await database().insert(accounts).values(row()), database().insert(accounts).values(row())),
    ],
    ["a raw query", () => database().execute(sql`select ${canary}::int`)],
    ["a query in a transaction", () => database().transaction((tx) => tx.execute(sql`select ${canary}::int`))],
  ])("tells its code and none of its values: %s", async (_case, run) => {
    const error: unknown = await Promise.resolve(run()).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(QueryFailed);
    expect((error as QueryFailed).code).toMatch(/^(23505|22P02)$/);
    expect(inspect(error, { depth: 10, showHidden: true })).not.toContain("canari");
  });
});
