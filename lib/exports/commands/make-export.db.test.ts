import { eq, sql } from "drizzle-orm";
import { accountExports } from "@/db/schema/accounts";
import { auditEvents, outbox, pendingBlobs } from "@/db/schema/platform";
import { walletFiles } from "@/db/schema/wallet";
import { passTime } from "@/db/test/pass-time";
import type { Citizen } from "@/lib/kernel/actor";
import { database } from "@/lib/kernel/database";
import { Retryable } from "@/lib/kernel/errors";
import type { ExportId } from "@/lib/shared/ids";
import { storage } from "@/lib/ports/storage";
import { reviveExports } from "../jobs";
import { getExports } from "../queries";
import { addPiece, asked, limits, makeExports, newCitizen, openZip, rowOf, system } from "../testing";
import { makeExport } from "./make-export";

// Two busy cores make what takes two seconds take ten.
jest.setTimeout(60_000);
afterAll(() => database().$client.end());

describe("the process that makes it", () => {
  const verbsOf = async ({ accountId }: Citizen) =>
    (await database().select().from(auditEvents).where(eq(auditEvents.subjectId, accountId))).map(({ verb }) => verb);
  const lettersOf = (exportId: ExportId) =>
    database()
      .select()
      .from(outbox)
      .where(eq(outbox.key, `account.export_made:${exportId}`));
  /** A process that goes no further than `begun` until it is let go. */
  function slowProcess() {
    const [begun, go] = [Promise.withResolvers<null>(), Promise.withResolvers<null>()];
    const ended = makeExports(async (...given) => {
      begun.resolve(null);
      await go.promise;
      return makeExport(...given);
    });
    return { begun: begun.promise, letGo: async () => (go.resolve(null), ended) };
  }

  it("is told by the order alone: an id, and nothing of anybody", async () => {
    const exportId = await asked(await newCitizen());
    const rows = await database().execute(sql`select data from pgboss.job where singleton_key = ${exportId}`);
    expect(rows.map(({ data }) => data)).toEqual([{ id: exportId }]);
    await makeExports();
  });

  it("that fell silent is replaced, and can then end nothing", async () => {
    const citizen = await newCitizen();
    const exportId = await asked(citizen);
    const dead = slowProcess();
    await dead.begun;
    await makeExports();
    expect((await rowOf(exportId)).state).toBe("waiting");
    // Its silence is seen, then the order is handed out again.
    await passTime(10);
    await makeExports();
    await passTime(10);
    await makeExports();
    const made = await rowOf(exportId);
    expect(made.state).toBe("ready");
    await dead.letGo();
    expect(await rowOf(exportId)).toEqual(made);
    expect((await openZip(citizen, exportId)).files.map(({ path }) => path)).toEqual(["LISEZ-MOI.txt", "donnees.json"]);
    expect((await verbsOf(citizen)).filter((verb) => verb === "account.export_made")).toHaveLength(1);
    expect(await lettersOf(exportId)).toHaveLength(1);
  });

  it("ends nothing once its order was taken back, were it the first to have a whole copy", async () => {
    const citizen = await newCitizen();
    const exportId = await asked(citizen);
    const dead = slowProcess();
    await dead.begun;
    await passTime(10);
    await makeExports();
    await dead.letGo();
    expect(await rowOf(exportId)).toMatchObject({ state: "running", storageKey: null });
    expect(await lettersOf(exportId)).toEqual([]);
    expect(await verbsOf(citizen)).not.toContain("account.export_made");
    await passTime(10);
    await makeExports();
    expect((await rowOf(exportId)).state).toBe("ready");
    expect(await lettersOf(exportId)).toHaveLength(1);
  });

  it("is one, whatever the number of those that look", async () => {
    const citizen = await newCitizen();
    const exportId = await asked(citizen);
    let taken = 0;
    const counted: typeof makeExport = (...given) => ((taken += 1), makeExport(...given));
    await Promise.all([makeExports(counted), makeExports(counted), makeExports(counted)]);
    expect(taken).toBe(1);
    expect((await rowOf(exportId)).state).toBe("ready");
    expect(await lettersOf(exportId)).toHaveLength(1);
  });

  it("gives its work back when it is asked to stop, and leaves no half of an archive", async () => {
    const citizen = await newCitizen();
    const exportId = await asked(citizen);
    await database().delete(pendingBlobs);
    const stop = new AbortController();
    await makeExports((...given) => (stop.abort(), makeExport(...given)), { ...limits(), signal: stop.signal });
    expect(await rowOf(exportId)).toMatchObject({ state: "running", storageKey: null });
    const [left] = await database().select({ key: pendingBlobs.storageKey }).from(pendingBlobs);
    expect(await storage().exists(left?.key ?? "")).toBe(false);
    expect(await reviveExports(system)).toBe(0);
    await passTime(10);
    await makeExports();
    expect((await rowOf(exportId)).state).toBe("ready");
  });

  it("says that it failed when a file of its owner is lost, and lets ask again", async () => {
    const citizen = await newCitizen();
    await addPiece(citizen, "Perdue", ["perdue.pdf"]);
    const [file] = await database().select().from(walletFiles).where(eq(walletFiles.name, "perdue.pdf"));
    await storage().delete(file?.storageKey ?? "");
    const exportId = await asked(citizen);
    await makeExports();
    expect(await getExports(citizen)).toMatchObject({ latest: { id: exportId, state: "failed" }, can: { ask: true } });
    expect(await reviveExports(system)).toBe(0);
  });

  it("tries five times while the store is away, then says that it failed", async () => {
    const citizen = await newCitizen();
    const exportId = await asked(citizen);
    let tries = 0;
    for (let turn = 0; turn < 7; turn += 1) {
      await makeExports(() => ((tries += 1), Promise.reject(new Retryable("away"))));
      expect(await reviveExports(system)).toBe(turn === 4 ? 1 : 0);
      await passTime(60);
    }
    expect(tries).toBe(5);
    expect(await getExports(citizen)).toMatchObject({ latest: { id: exportId, state: "failed" }, can: { ask: true } });
  });

  it("finds its order again after a backup, which holds none, was put back", async () => {
    const citizen = await newCitizen();
    const exportId = await asked(citizen);
    await database().execute(sql`delete from pgboss.job where singleton_key = ${exportId}`);
    await makeExports();
    expect((await rowOf(exportId)).state).toBe("waiting");
    expect(await reviveExports(system)).toBe(1);
    expect(await reviveExports(system)).toBe(0);
    await makeExports();
    expect((await rowOf(exportId)).state).toBe("ready");
  });

  it("has nothing to do once the account is erased", async () => {
    const citizen = await newCitizen();
    const exportId = await asked(citizen);
    await database().delete(accountExports).where(eq(accountExports.id, exportId));
    const outcomes: number[] = [];
    await makeExports(async (...given) => {
      const handled = await makeExport(...given);
      return (outcomes.push(handled), handled);
    });
    expect(outcomes).toEqual([0]);
  });
});
