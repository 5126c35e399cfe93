import { Readable } from "node:stream";
import { buffer } from "node:stream/consumers";
import { createHash } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import postgres from "postgres";
import { fillTown } from "@/db/test/fill-town";
import type { System } from "@/lib/kernel/actor";
import { newWrappedKey, unwrapKey } from "@/lib/kernel/crypto";
import { database } from "@/lib/kernel/database";
import { sealStream } from "@/lib/files/storing/sealed-file";
import { walkDemandes, type Fault } from "@/lib/demandes/queries/list-faults";
import { storage } from "@/lib/ports/storage";
import { checkIntegrity } from "./check";

jest.setTimeout(60_000);

const home = mkdtempSync(join(tmpdir(), "parvis-integrity-"));
process.env.PARVIS_DATA_DIR = home;
const system: System = { kind: "system", job: "integrity" };
const sql = postgres(process.env.DATABASE_URL ?? "", { max: 2, onnotice: () => undefined });
const fileKey = newWrappedKey("demande");

beforeAll(() => fillTown(sql, { demandes: 4_000, fileKey, hasFiles: false }));
afterAll(async () => {
  await sql.end();
  await database().$client.end();
  rmSync(home, { recursive: true, force: true });
});

async function check() {
  const faults: Fault[] = [];
  const read = await checkIntegrity({ onFault: (fault) => void faults.push(fault), onRead: () => undefined });
  return { faults, read };
}

/** A demande of the town in a state, one of several. */
async function one(status: string, place: number): Promise<string> {
  const [row] = await sql<{ id: string }[]>`select id from demandes where status = ${status} and anonymised_at is null
    and submitted_at is distinct from null and submitted_at between now() - interval '300 days' and now() - interval '8 days'
    order by id offset ${place} limit 1`;
  return row?.id ?? "";
}

async function store(demandeId: string, bytes: Buffer): Promise<string> {
  const id = crypto.randomUUID();
  const sealed = await buffer(Readable.from([bytes]).pipe(sealStream(unwrapKey("demande", fileKey))));
  await storage().put(`demande/${id}`, Readable.from([sealed]), { maxBytes: 1_000_000 });
  await sql`insert into attachments (id, demande_id, field_path, origin, added_in, position, name, media_type, size, sha256, storage_key, scan, created_at)
    values (${id}, ${demandeId}, 'act.identity', 'device', 1, 0, 'piece.pdf', 'application/pdf', ${bytes.length},
      ${createHash("sha256").update(bytes).digest("hex")}, ${`demande/${id}`}, 'clean', now())`;
  return id;
}

it("reads a filled town whole, by slices, and finds nothing", async () => {
  const slices: number[] = [];
  for await (const { demandes, faults } of walkDemandes(system, { size: 700, seconds: 60 })) {
    slices.push(demandes);
    expect(faults).toEqual([]);
  }
  expect(slices).toEqual([...Array<number>(5).fill(700), 500, 0]);
  const { faults, read } = await check();
  expect(faults).toEqual([]);
  expect(read).toMatchObject({ demandes: 4_000, files: 0 });
  expect(read.mails).toBeGreaterThan(500);
});

it("names each fault wherever it stands, and goes on", async () => {
  const ids = await Promise.all(Array.from({ length: 6 }, (_, place) => one("validated", place * 7)));
  const [noFiling = "", otherState = "", noRevision = "", openRevision = "", noLine = "", badKey = ""] = ids;
  await sql`delete from demande_events where demande_id = ${noFiling} and from_status = 'draft'`;
  await sql`update demandes set status = 'rejected' where id = ${otherState}`;
  await sql`delete from demande_revisions where demande_id = ${noRevision}`;
  await sql`insert into demande_revisions (demande_id, number, created_at, updated_at) values (${openRevision}, 5, now(), now())`;
  await sql`delete from audit_events where subject_id = ${noLine} and verb = 'demande.submitted'`;
  await sql`update demandes set file_key = 'v1.00000000.AAAA' where id = ${badKey}`;
  const [recent] = await sql<
    { id: string }[]
  >`select id from demandes where submitted_at > now() - interval '6 days' limit 1`;
  await sql`delete from outbox where key = ${`demande:${recent?.id ?? ""}:filed:1`}`;
  const [strange, stranger] = [await one("cancelled", 0), await one("cancelled", 5)];
  await sql`update demandes set filing_id = gen_random_uuid() where id = ${strange}`;
  await sql`update demandes set filing_id = (select filing_id from demandes where id = ${strange}) where id = ${stranger}`;
  const [quota] = await sql<
    { slug: string }[]
  >`update demarches set quota = 3, quota_used = 4 where slug = 'demarche-pleine-1' returning slug`;

  const { faults, read } = await check();
  expect(read.demandes).toBe(4_000);
  const found = (rule: string) => faults.filter((fault) => fault.rule === rule).map(({ subject }) => subject);
  expect(found("a submitted demande has one filing in its history")).toEqual([noFiling]);
  expect(found("each line of the history begins where the one before ended")).toEqual([noFiling]);
  expect(found("the state is the last of the history")).toEqual([otherState]);
  expect(found("the submitted revision exists, is closed and holds answers")).toEqual([noRevision]);
  expect(found("at most one revision is open, and it is the last")).toEqual([openRevision]);
  expect(found("every filing has its line in the journal")).toEqual([noLine]);
  expect(found("the key of every demande opens")).toEqual([badKey]);
  expect(found("a filing queued exactly one acknowledgement")).toEqual([recent?.id]);
  expect(
    found("demandes filed together are of one démarche and one moment, each for a service of its own").sort(),
  ).toEqual([strange, stranger].sort());
  expect(found("the mailbox holds only mails that were queued")).toEqual([`demande:${recent?.id ?? ""}:filed:1`]);
  expect(found("a quota counts the demandes that hold its places")).toEqual([quota?.slug]);
});

it("names a file that is missing, altered or without its key, and reads the next ones", async () => {
  const [missing = "", altered = "", badKey = "", good = ""] = await Promise.all(
    Array.from({ length: 4 }, (_, place) => one("rejected", place)),
  );
  const [gone, other, closed] = [
    await store(missing, Buffer.from("one")),
    await store(altered, Buffer.from("two")),
    await store(badKey, Buffer.from("three")),
  ];
  const given = await store(good, Buffer.from("four"));
  await storage().delete(`demande/${gone}`);
  await sql`update attachments set sha256 = repeat('0', 64) where id = ${other}`;
  await sql`update demandes set file_key = 'nothing' where id = ${badKey}`;
  // The same bytes for two demandes that were not filed together.
  const [lent] = await sql<{ id: string }[]>`
    insert into attachments (id, demande_id, field_path, origin, added_in, position, name, media_type, size, sha256, storage_key, scan, created_at)
    select gen_random_uuid(), ${missing}, field_path, origin, added_in, position, name, media_type, size, sha256, storage_key, scan, created_at
    from attachments where id = ${given} returning id`;
  const { faults, read } = await check();
  const found = (rule: string) => faults.filter((fault) => fault.rule === rule).map(({ subject }) => subject);
  expect(read.files).toBe(5);
  expect(found("stored bytes are those of one filing").sort()).toEqual([given, lent?.id].sort());
  expect(found("every file of a demande is stored whole and opens with its key").sort()).toEqual([gone, closed].sort());
  expect(found("every file of a demande is the one that was given")).toEqual([other]);
  expect(found("the key of every demande opens")).toContain(badKey);
});

it("says which rule it could not judge in time, and judges the others", async () => {
  await sql.begin(async (tx) => {
    await tx`lock table audit_events in access exclusive mode`;
    const faults: Fault[] = [];
    for await (const judged of walkDemandes(system, { size: 10_000, seconds: 0.5 })) faults.push(...judged.faults);
    const rules = faults.map(({ rule }) => rule);
    expect(rules).toContain("not read within its time: every filing has its line in the journal");
    expect(rules).toContain("the state is the last of the history");
  });
});
