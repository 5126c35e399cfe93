import postgres from "postgres";
import { QueryFailed } from "@/db/query-failed";
import { isDatabaseAway } from "./database-away";

const failed = (code: string) => new QueryFailed({ code });

describe("isDatabaseAway", () => {
  it.each(["57P01", "57P03", "53300", "08006", "CONNECT_TIMEOUT", "CONNECTION_CLOSED", "ECONNREFUSED", "ENOENT"])(
    "knows a query that met %s",
    (code) => expect(isDatabaseAway(failed(code))).toBe(true),
  );

  it.each(["42P01", "57014", "55P03", "23505", ""])(
    "does not take %s for it: the same query would fail again",
    (code) => expect(isDatabaseAway(failed(code))).toBe(false),
  );

  it("knows what the client itself throws, bare or as a cause", async () => {
    const sql = postgres("postgres://nobody@127.0.0.1:1/none", { connect_timeout: 1 });
    const error: unknown = await sql`select 1`.catch((thrown: unknown) => thrown);
    expect(isDatabaseAway(error)).toBe(true);
    expect(isDatabaseAway(new Error("transaction", { cause: error }))).toBe(true);
    await sql.end();
  });

  it("takes neither a missing file nor anything else for it", () => {
    expect(isDatabaseAway(Object.assign(new Error("open"), { code: "ENOENT", path: "/x" }))).toBe(false);
    for (const other of [null, undefined, "57P01", new Error("57P01"), {}]) expect(isDatabaseAway(other)).toBe(false);
  });
});
