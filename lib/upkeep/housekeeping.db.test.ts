import { createHash, randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import {
  auditEvents,
  blobDeletions,
  consumedChallenges,
  jobRuns,
  mailbox,
  outbox,
  pendingBlobs,
  rateLimits,
  robotCodes,
} from "@/db/schema/platform";
import type { MailId } from "@/lib/shared/ids";
import { eraseForgottenBlobs, giveUpPendingBlobs } from "@/lib/files/jobs/erase-blobs";
import { database } from "@/lib/kernel/database";
import { past, purge, purgePlatform } from "./housekeeping";
import { closeInterruptedRuns, listJobStates, noteEnd, noteStart } from "./job-runs";

const running = { signal: new AbortController().signal };
const stopped = { signal: AbortSignal.abort() };
const ago = (days: number) => new Date(Date.now() - days * 86_400_000);
const hash = (text: string) => createHash("sha256").update(text).digest("hex");

afterAll(() => database().$client.end());

describe("purgePlatform", () => {
  it("erases what is past its term, and only that", async () => {
    const mail = (days: number, state: "sent" | "failed" | "waiting") => ({
      id: randomUUID() as MailId,
      key: randomUUID(),
      kind: "test",
      recipientHash: "h",
      content: state === "sent" ? null : "scellé",
      state,
      createdAt: ago(days),
      nextAttemptAt: ago(days),
    });
    const letter = (days: number) => ({
      id: randomUUID() as MailId,
      key: randomUUID(),
      sentAt: ago(days),
      recipient: "r",
      sender: "s",
      subject: "o",
      text: "t",
      html: "h",
    });
    const tx = database();
    await tx
      .insert(rateLimits)
      .values([1, -1].map((d) => ({ key: `k${d}`, count: 1, windowStart: ago(2), expiresAt: ago(d) })));
    await tx.insert(consumedChallenges).values([1, -1].map((d) => ({ key: `c${d}`, usedFor: "x", expiresAt: ago(d) })));
    await tx
      .insert(robotCodes)
      .values([1, -1].map((d) => ({ recipientHash: `r${d}`, codeHash: hash("x"), expiresAt: ago(d) })));
    await tx
      .insert(jobRuns)
      .values([31, 29].map((d) => ({ job: `j${d}`, startedAt: ago(d), outcome: "failed" as const })));
    await tx.insert(mailbox).values([letter(31), letter(29)]);
    await tx
      .insert(outbox)
      .values([mail(366, "sent"), mail(364, "sent"), mail(31, "failed"), mail(29, "failed"), mail(400, "waiting")]);
    const audit = { actorKind: "system", verb: "mail.sent" as const, subjectId: "s" };
    await tx.insert(auditEvents).values([366, 364].map((d) => ({ ...audit, at: ago(d) })));

    expect(await purgePlatform(running)).toBe(8);

    const keysOf = async () => ({
      limits: (await tx.select().from(rateLimits)).map(({ key }) => key),
      challenges: (await tx.select().from(consumedChallenges)).map(({ key }) => key),
      codes: (await tx.select().from(robotCodes)).map(({ recipientHash }) => recipientHash),
      runs: (await tx.select().from(jobRuns)).map(({ job }) => job),
    });
    expect(await keysOf()).toEqual({ limits: ["k-1"], challenges: ["c-1"], codes: ["r-1"], runs: ["j29"] });
    expect(await tx.select().from(mailbox)).toHaveLength(1);
    expect(await tx.select().from(auditEvents)).toHaveLength(1);
    const mails = await tx
      .select({ state: outbox.state, content: outbox.content })
      .from(outbox)
      .orderBy(outbox.createdAt);
    expect(mails).toEqual([
      { state: "waiting", content: "scellé" },
      { state: "sent", content: null },
      { state: "failed", content: null },
      { state: "failed", content: "scellé" },
    ]);
    expect(await purgePlatform(running)).toBe(0);
  });

  it("keeps the last success of a job, however old: it says since when the job fails", async () => {
    const ran = (days: number, outcome: "done" | "failed") => ({ job: "panne", startedAt: ago(days), outcome });
    await database()
      .insert(jobRuns)
      .values([ran(50, "done"), ran(40, "done"), ran(35, "failed"), ran(1, "failed")]);
    await purgePlatform(running);
    const kept = await database().select().from(jobRuns).where(eq(jobRuns.job, "panne")).orderBy(jobRuns.id);
    expect(kept.map(({ outcome, startedAt }) => [outcome, startedAt < ago(30)])).toEqual([
      ["done", true],
      ["failed", false],
    ]);
  });

  it("goes on over many batches, and stops when asked", async () => {
    const rows = Array.from({ length: 2_500 }, (_, n) => ({ key: `lot${n}`, usedFor: "x", expiresAt: ago(1) }));
    await database().insert(consumedChallenges).values(rows);
    const mine = past(consumedChallenges.expiresAt, 0, eq(consumedChallenges.usedFor, "x"));
    expect(await purge(stopped, consumedChallenges, mine)).toBe(0);
    expect(await purge(running, consumedChallenges, mine)).toBe(2_500);
  });

  it("erases nothing without a condition", async () => {
    await database()
      .insert(consumedChallenges)
      .values({ key: "seule", usedFor: "y", expiresAt: ago(-1) });
    const all = { order: consumedChallenges.expiresAt, where: undefined };
    expect(await purge(running, consumedChallenges, all)).toBe(0);
  });
});

describe("objects of the store", () => {
  it("gives up what nobody adopted within the hour, then erases it", async () => {
    await database()
      .insert(pendingBlobs)
      .values([
        { storageKey: "demande/vieux", createdAt: ago(1) },
        { storageKey: "demande/recent", createdAt: ago(0.01) },
      ]);
    expect(await giveUpPendingBlobs(running)).toBe(1);
    const erased: string[] = [];
    expect(await eraseForgottenBlobs(async (key) => void erased.push(key), running)).toBe(1);
    expect(erased).toEqual(["demande/vieux"]);
    expect(await database().select({ key: pendingBlobs.storageKey }).from(pendingBlobs)).toEqual([
      { key: "demande/recent" },
    ]);
    expect(await database().select().from(blobDeletions)).toEqual([]);
  });

  it("keeps for later what the store refuses to erase, and erases the others", async () => {
    const keys = Array.from({ length: 250 }, (_, n) => `demande/objet-${n}`);
    await database()
      .insert(blobDeletions)
      .values(keys.map((storageKey) => ({ storageKey, askedAt: ago(0) })));
    const erase = async (key: string) => {
      if (key.endsWith("-7")) throw new Error("plein");
    };
    expect(await eraseForgottenBlobs(erase, running)).toBe(249);
    expect(await database().select({ key: blobDeletions.storageKey }).from(blobDeletions)).toEqual([
      { key: "demande/objet-7" },
    ]);
    expect(await eraseForgottenBlobs(async () => undefined, stopped)).toBe(0);
    expect(await eraseForgottenBlobs(async () => undefined, running)).toBe(1);
  });
});

describe("runs of the jobs", () => {
  const stateOf = async (job: string) => (await listJobStates([job]))[0];

  it("are noted from start to end, and the last of each is shown", async () => {
    const run = await noteStart("essai");
    expect((await stateOf("essai"))?.last).toMatchObject({ outcome: "running" });
    await noteEnd(run, "failed", 0, "TypeError");
    await noteEnd(await noteStart("essai"), "done", 3);
    expect(await stateOf("essai")).toMatchObject({ last: { outcome: "done", handled: 3, error: null } });
    expect(await stateOf("inconnu")).toEqual({ job: "inconnu", last: null, succeededAt: null, firstAt: null });
    expect(await listJobStates([])).toEqual([]);
  });

  it("are closed when a killed process left them open", async () => {
    const run = await noteStart("coupe");
    await database()
      .update(jobRuns)
      .set({ startedAt: ago(0.1) })
      .where(eq(jobRuns.id, run));
    await noteStart("en-cours");
    expect(await closeInterruptedRuns(15)).toBe(1);
    expect((await stateOf("coupe"))?.last).toMatchObject({ outcome: "failed", error: "interrupted" });
    expect((await stateOf("en-cours"))?.last).toMatchObject({ outcome: "running", endedAt: null });
  });

  it("say when a job last succeeded, were it long ago; a success in the future proves nothing", async () => {
    const [first, success, last] = [ago(9), ago(7), ago(6)];
    const ran = (startedAt: Date, outcome: "done" | "paused" | "failed") => ({ job: "suivi", startedAt, outcome });
    await database()
      .insert(jobRuns)
      .values([
        ran(first, "failed"),
        ran(ago(8), "done"),
        ran(success, "paused"),
        ran(ago(-300), "done"),
        ran(last, "failed"),
      ]);
    expect(await stateOf("suivi")).toMatchObject({
      last: { outcome: "failed", startedAt: last },
      succeededAt: success,
      firstAt: first,
    });
  });
});
