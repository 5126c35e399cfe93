import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Writable } from "node:stream";
import { buffer } from "node:stream/consumers";
import { eq, sql } from "drizzle-orm";
import type pinoPackage from "pino";
import { buildTown, type Town } from "@/db/test/filed-demande";
import { valueOf } from "@/db/test/citizen-demande";
import { accountExports, accountTokens } from "@/db/schema/accounts";
import { attachments, demandes } from "@/db/schema/demandes";
import { blobDeletions, mailbox, outbox } from "@/db/schema/platform";
import { walletFiles } from "@/db/schema/wallet";
import { anonymous, type System } from "@/lib/kernel/actor";
import { unseal, unwrapKey } from "@/lib/kernel/crypto";
import { clock } from "@/lib/kernel/clock";
import { database } from "@/lib/kernel/database";
import { drainOutbox } from "@/lib/letters/jobs/drain-outbox";
import { remindUsername } from "@/lib/accounts/commands/remind-username";
import { comeBack, travel } from "@/lib/accounts/testing/accounts";
import { readAttachment } from "@/lib/demandes/commands/read-attachment";
import { openSealed } from "@/lib/files/storing/vault";
import { openWalletFile } from "@/lib/wallet/queries";
import { blobJob } from "@/worker/jobs/housekeeping";
import { mailJob } from "@/worker/jobs/mails";
import { deleteAccount } from "./commands/delete-account";
import { deletionLink } from "./testing/leaver";
import { canaries } from "./testing/canaries";
import { liveWholeLife, type Life } from "./testing/life";

/** T4, F7: after a deletion, nothing of the person is left anywhere. */
jest.setTimeout(120_000);

const mockLines: string[] = [];
jest.mock("@/lib/kernel/logger", () => {
  const pino = jest.requireActual<{ default: typeof pinoPackage }>("pino").default;
  const stream = new Writable({
    write(chunk: Buffer, _encoding, next) {
      mockLines.push(chunk.toString());
      next();
    },
  });
  const instance = pino({ level: "debug", base: null }, stream);
  return { logger: () => instance };
});

const system: System = { kind: "system", job: "test" };
const limits = { signal: new AbortController().signal, until: new Date("2100-01-01") };
const purposes = ["outbox", "token-payload", "recovery", "provider-token"];

let folder: string;
let town: Town;
let life: Life;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "parvis-canaries-"));
  process.env.PARVIS_DATA_DIR = folder;
  town = await buildTown();
  life = await liveWholeLife(town);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** Every row of every table as text, what is sealed in it opened, the mails' files decoded. Schemas of Postgres left out. */
async function readDatabase(): Promise<string> {
  const tables = await database().execute<{ name: string }>(sql`
    select quote_ident(table_schema) || '.' || quote_ident(table_name) as name from information_schema.tables
    where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema')`);
  expect(tables.map(({ name }) => name)).toEqual(expect.arrayContaining(["public.accounts", "public.outbox"]));
  const texts = [];
  for (const { name } of tables) {
    const rows = await database().execute<{ line: string }>(sql`select t::text as line from ${sql.raw(name)} t`);
    texts.push(...rows.map(({ line }) => line + opened(line)));
  }
  return texts.join("\n").toLowerCase();
}

function opened(line: string): string {
  const sealed = line.match(/v1\.[0-9a-f]{8}\.[\w-]+\.[\w-]+\.[\w-]+/g) ?? [];
  return sealed.flatMap((text) => purposes.map((purpose) => tryToUnseal(purpose, text))).join("\n");
}

function tryToUnseal(purpose: string, text: string): string {
  try {
    return unseal(purpose, text);
  } catch {
    return "";
  }
}

/** Bytes of every file, as their owners and agents read them. */
async function readFiles(): Promise<string> {
  const { citizen } = life;
  const wallet = await database().select({ id: walletFiles.id }).from(walletFiles);
  const attached = await database()
    .select({ id: attachments.id })
    .from(attachments)
    .innerJoin(demandes, eq(demandes.id, attachments.demandeId))
    .where(eq(demandes.accountId, citizen.accountId));
  const exported = await database().select().from(accountExports);
  const bodies = [
    ...(await Promise.all(wallet.map(async ({ id }) => (await openWalletFile(citizen, id)).body))),
    ...(await Promise.all(
      attached.map(async ({ id }) => valueOf(await readAttachment(citizen, { attachmentId: id })).body),
    )),
    ...(await Promise.all(
      exported.map(({ fileKey, storageKey }) => openSealed(unwrapKey("demande", fileKey), storageKey ?? "")),
    )),
  ];
  const texts = await Promise.all(bodies.map(async (body) => (await buffer(body)).toString("latin1")));
  return texts.join("\n").toLowerCase();
}

async function storedFiles(): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map(({ parentPath, name }) => join(parentPath, name));
}

const found = (where: string) =>
  [...canaries()].filter(([, word]) => where.includes(word.toLowerCase())).map(([what]) => what);

describe("forty canaries", () => {
  it("sing before the deletion: each is found, in the clear or by its owner’s own query", async () => {
    // The server of mails refuses first, in words that quote the letter; then takes them. One more is left waiting.
    const email = ({ to, content }: { to: string; content: unknown }) =>
      Promise.reject(new Error(`${to} ${JSON.stringify(content)}`));
    await drainOutbox(system, { deliver: { email } });
    travel(10);
    await mailJob.run(system, limits);
    comeBack();
    await remindUsername(anonymous, { email: life.email });
    await database()
      .update(outbox)
      .set({ content: "v1.broken" })
      .where(eq(outbox.state, "never" as "waiting"));
    const [inDatabase, inFiles] = [found(await readDatabase()), found(await readFiles())];

    expect(canaries().size).toBeGreaterThanOrEqual(40);
    expect([...canaries().keys()].filter((what) => !inDatabase.includes(what) && !inFiles.includes(what))).toEqual([]);
    expect(inFiles.sort()).toEqual([...canaries().keys()].filter((what) => what.endsWith(" content")).sort());
    expect((await storedFiles()).length).toBeGreaterThan(5);
  });

  it("are silent afterwards: tables, files, outbox, logs", async () => {
    const { citizen, email, underWay } = life;
    const waiting = await database().$count(outbox, eq(outbox.state, "waiting"));
    // The week in which the old address could take the account back has passed.
    const past = { expiresAt: clock.now() };
    await database().update(accountTokens).set(past).where(eq(accountTokens.purpose, "email_restore"));
    const jeton = await deletionLink(citizen, email, [underWay]);
    valueOf(await deleteAccount(anonymous, { jeton }));
    expect(waiting).toBeGreaterThan(0);
    expect(await database().$count(outbox, eq(outbox.state, "waiting"))).toBe(1);
    await mailJob.run(system, limits);
    await blobJob.run(system, limits);

    // The embedded mailbox plays the mailbox of the person: the last letter lies there, and says only to whom it was sent.
    const letters = await database().delete(mailbox).where(eq(mailbox.recipient, email)).returning();
    expect(letters.map(({ key }) => key)).toEqual([expect.stringMatching(/^account\.deleted:/)]);
    const words = letters.map(({ subject, text, html, attachments: files }) => [subject, text, html, files]);
    expect(found(JSON.stringify(words).toLowerCase())).toEqual([]);
    expect(found(await readDatabase())).toEqual([]);
    expect(await storedFiles()).toEqual([]);
    expect(await database().$count(blobDeletions)).toBe(0);
  });

  it("were never in a log line", async () => {
    expect(mockLines.join("\n")).toContain("mail.attempt_failed");
    expect(found(mockLines.join("\n").toLowerCase())).toEqual([]);
  });
});
