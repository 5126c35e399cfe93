import { PgDialect } from "drizzle-orm/pg-core";
import { demandes } from "./demandes";
import { isAmong } from "./columns";

const write = (words: readonly string[]) => new PgDialect().sqlToQuery(isAmong(demandes.status, words));

describe("words of a closed list in a query", () => {
  it("writes them in full, without a parameter, so that a partial index may serve", () => {
    expect(write(["pending", "in_progress"])).toMatchObject({
      sql: `"demandes"."status" in ('pending','in_progress')`,
      params: [],
    });
  });

  it.each([[["o'brien"]], [["pending", "a b"]], [["A"]], [[""]], [[]]])("refuses %j", (words) => {
    expect(() => write(words)).toThrow("not a word of a closed list");
  });
});
