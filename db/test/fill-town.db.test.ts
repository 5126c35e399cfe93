import postgres from "postgres";
import { newWrappedKey } from "@/lib/kernel/crypto";
import { database } from "@/lib/kernel/database";
import { listDemandeFaults } from "@/lib/demandes/queries/list-faults";
import { fillTown } from "./fill-town";

const sql = postgres(process.env.DATABASE_URL ?? "", { max: 1, onnotice: () => undefined });

afterAll(async () => {
  await sql.end();
  await database().$client.end();
});

it("fills a town whose rows agree with each other, with requests in every state", async () => {
  await fillTown(sql, { demandes: 4_000, fileKey: newWrappedKey("demande") });
  expect(await listDemandeFaults({ kind: "system", job: "integrity" })).toEqual([]);
  const states = await sql`select status, count(*)::int as count from demandes group by 1 order by 1`;
  expect(states.map(({ status }) => String(status))).toEqual([
    "cancelled",
    "complete",
    "draft",
    "in_progress",
    "incomplete",
    "pending",
    "rectified",
    "rejected",
    "validated",
  ]);
  expect(states.reduce((sum, { count }) => sum + Number(count), 0)).toBe(4_000);
}, 60_000);
