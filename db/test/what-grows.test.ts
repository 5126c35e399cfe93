import { readFileSync } from "node:fs";
import { join } from "node:path";
import { getTableName, is } from "drizzle-orm";
import { PgTable } from "drizzle-orm/pg-core";
import * as schema from "@/db/schema/all";
import { allScheduled } from "@/lib/vocabulary/scheduled-tasks";

const page = readFileSync(join(__dirname, "..", "..", "docs", "ce-qui-grandit.md"), "utf8");
const quoted = new Set([...page.matchAll(/`([\w-]+)`/g)].map(([, name]) => name));

it("says of every table what ends its lines", () => {
  const tables = Object.values(schema).flatMap((each: unknown) => (is(each, PgTable) ? [getTableName(each)] : []));
  expect(tables.length).toBeGreaterThan(30);
  expect(tables.filter((name) => !quoted.has(name))).toEqual([]);
});

it("names tasks that exist", () => {
  const tasks = new Set<string | undefined>(allScheduled.map(({ name }) => name));
  expect([...quoted].filter((name) => name?.includes("-") && !tasks.has(name))).toEqual([]);
});
