import { eq } from "drizzle-orm";
import { agents } from "@/db/schema/staff";
import { auditEvents, jobRuns, outbox } from "@/db/schema/platform";
import { anonymous, type Admin, type Agent } from "@/lib/kernel/actor";
import { database } from "@/lib/kernel/database";
import { newId, type AgentId, type MailId, type SessionId } from "@/lib/shared/ids";
import type { AuditVerb } from "@/lib/vocabulary/audit-verbs";
import { exportJournal, retryMail } from "./commands";
import { journalCsv } from "./journal/journal-csv";
import { listAuditEvents } from "./queries/list-events";
import { listMails } from "./queries/list-mails";
import { listTasks } from "./queries/list-tasks";
import { getPlatformState } from "./queries/get-platform-state";
import { filterJournalSchema, filtersOf, journalParamsSchema } from "./schema";

const staff = { agentId: newId<AgentId>(), sessionId: newId<SessionId>(), serviceIds: [] };
const admin: Admin = { kind: "admin", ...staff };
const agent: Agent = { kind: "agent", ...staff };

async function addMail(
  state: "waiting" | "sent" | "failed",
  createdAt = new Date("2026-11-23T10:00:00Z"),
): Promise<MailId> {
  const id = newId<MailId>();
  const row = { id, key: id, kind: "demande.received", recipientHash: "h", content: "sealed", state, attempts: 48 };
  await database()
    .insert(outbox)
    .values({ ...row, createdAt, nextAttemptAt: createdAt, lastError: "550" });
  return id;
}

afterAll(() => database().$client.end());

describe("retrying a mail", () => {
  it("puts a failed mail back among those to send, and writes it in the journal", async () => {
    const id = await addMail("failed");
    expect(await retryMail(admin, { mailId: id })).toEqual({ ok: true, value: id });
    const [mail] = await database().select().from(outbox).where(eq(outbox.id, id));
    expect(mail).toMatchObject({ state: "waiting", attempts: 0 });
    const [event] = await database().select().from(auditEvents).where(eq(auditEvents.subjectId, id));
    expect(event).toMatchObject({ verb: "mail.retried", actorKind: "admin", actorId: admin.agentId });
  });

  it("is absent for an agent who is no administrator", async () => {
    const id = await addMail("failed");
    await expect(retryMail(agent, { mailId: id })).rejects.toThrow("introuvable");
    const [mail] = await database().select().from(outbox).where(eq(outbox.id, id));
    expect(mail?.state).toBe("failed");
  });

  it.each(["waiting", "sent"] as const)("refuses a mail that is %s", async (state) => {
    expect(await retryMail(admin, { mailId: await addMail(state) })).toEqual({ ok: false, reason: "not_failed" });
  });
});

describe("what administrators read", () => {
  it("gives the mails of one state, page after page, each once and without its content", async () => {
    const start = new Date("2026-01-01T00:00:00Z").getTime();
    await database().delete(outbox);
    for (let i = 0; i < 60; i += 1) await addMail("sent", new Date(start + Math.floor(i / 2) * 60_000));
    const first = await listMails(admin, { state: "sent" });
    const second = await listMails(admin, { state: "sent", cursor: first.next ?? "" });
    expect(first.lines).toHaveLength(50);
    expect(second.lines).toHaveLength(10);
    expect(second.next).toBeNull();
    expect(new Set([...first.lines, ...second.lines].map(({ id }) => id)).size).toBe(60);
    expect(JSON.stringify(first)).not.toContain("sealed");
  });

  it("gives the journal, the newest first, page after page", async () => {
    const at = new Date("2026-11-23T10:00:00Z");
    await database()
      .insert(auditEvents)
      .values(
        Array.from({ length: 60 }, (_, i) => ({
          at,
          actorKind: "citizen",
          verb: "demande.submitted" as const,
          subjectId: `s${i}`,
          details: { files: i },
        })),
      );
    const first = await listAuditEvents(admin, { kind: "citizen" });
    expect(first.lines).toHaveLength(50);
    expect(first.lines[0]).toMatchObject({ subjectId: "s59", who: "Usager", details: ["fichiers\u00a0: 59"] });
    const second = await listAuditEvents(admin, { kind: "citizen", cursor: first.next ?? "" });
    expect(second.lines[0]?.subjectId).toBe("s9");
    expect((await listAuditEvents(admin, { subject: "s3" })).lines).toHaveLength(1);
  });

  it("says which drivers run and how many mails failed", async () => {
    await addMail("failed");
    const state = await getPlatformState(admin);
    expect(state.mails.failed).toBe(1);
    expect(state.disk).toMatchObject({ leastMegabytes: 200 });
    expect(state.drivers.map(({ port }) => port)).toEqual([
      "Courriels",
      "Fichiers",
      "Contrôle anti-robot",
      "Antivirus",
    ]);
  });
});

describe("the journal narrowed", () => {
  const author = newId<AgentId>();
  const day = (text: string) => new Date(`2025-${text}Z`);
  const line = (at: Date, verb: AuditVerb, rest = {}) => ({
    at,
    actorKind: "agent",
    actorId: author,
    verb,
    subjectId: "narrow",
    ...rest,
  });
  const found = async (query: Record<string, string>) =>
    (await listAuditEvents(admin, filtersOf(journalParamsSchema.parse({ objet: "narrow", ...query })))).lines.map(
      ({ id }) => id,
    );

  beforeAll(async () => {
    const row = { id: author, email: "lecture@belleval.example", name: "=Nadège Testard", role: "agent" as const };
    await database()
      .insert(agents)
      .values({ ...row, passwordHash: "", totpSecret: "x", createdAt: day("01-01T00:00:00") });
    await database()
      .insert(auditEvents)
      .values([
        line(day("07-01T21:59:59"), "demande.taken"),
        line(day("07-01T22:00:00"), "account.read"),
        line(day("07-02T21:59:59"), "agent.removed", { actorKind: "admin" }),
        line(day("07-02T22:00:00"), "demande.taken", { actorKind: "system", actorId: null }),
      ]);
  });

  it("keeps the days of Paris, both included", async () => {
    const all = await found({});
    expect(all).toHaveLength(4);
    expect(await found({ du: "2025-07-02", au: "2025-07-02" })).toEqual(all.slice(1, 3));
    expect(await found({ du: "2025-07-03" })).toEqual(all.slice(0, 1));
    expect(await found({ au: "2025-07-01" })).toEqual(all.slice(3));
  });

  it("keeps an act, a family, a kind of actor, an agent, and ignores what is not one", async () => {
    expect(await found({ acte: "demande.taken" })).toHaveLength(2);
    expect(await found({ acte: "account" })).toHaveLength(1);
    expect(await found({ auteur: "admin" })).toHaveLength(1);
    expect(await found({ agent: author })).toHaveLength(3);
    expect(await found({ agent: author, acte: "demande" })).toHaveLength(1);
    expect(await found({ acte: "x", auteur: "x", agent: "x", du: "x", suite: "x" })).toHaveLength(4);
  });

  it("gives each line once, page after page, under the same filters", async () => {
    const first = await listAuditEvents(admin, { subject: "narrow", pageSize: 3 });
    const second = await listAuditEvents(admin, { subject: "narrow", pageSize: 3, cursor: first.next ?? "" });
    expect([...first.lines, ...second.lines].map(({ id }) => id)).toEqual(await found({}));
    expect(second.next).toBeNull();
  });

  it("names who did what on what", async () => {
    await database()
      .insert(auditEvents)
      .values(line(day("08-01T10:00:00"), "agent.removed", { subjectId: author }));
    const [event] = (await listAuditEvents(admin, { subject: author })).lines;
    expect(event).toMatchObject({ who: "=Nadège Testard", subject: "Agent =Nadège Testard", subjectId: author });
  });

  it("reads days typed in boxes, and says which one is wrong", () => {
    const empty = { day: "", month: "", year: "" };
    const typed = (du: object, au: object = empty) => filterJournalSchema.safeParse({ du, au });
    expect(typed(empty).data).toMatchObject({ du: "", au: "" });
    expect(typed({ day: "1", month: "juillet", year: "2025" }).data).toMatchObject({ du: "2025-07-01" });
    expect(typed({ day: "1", month: "", year: "2025" }).error?.issues[0]?.path).toEqual(["du", "month"]);
    const [late, early] = [
      { day: "2", month: "7", year: "2025" },
      { day: "1", month: "7", year: "2025" },
    ];
    expect(typed(late, early).error?.issues[0]?.path).toEqual(["au"]);
  });

  it("is exported for a French spreadsheet, formulas made harmless, and the export is in the journal (Q32)", async () => {
    const result = await exportJournal(admin, { subject: author, from: "2025-07-01" });
    if (!result.ok) throw new Error("refused");
    const text = await read(result.value);
    expect(text.startsWith('\ufeff"Date";"Sorte d’auteur";"Auteur"')).toBe(true);
    expect(text).toContain(
      `"2025-08-01 12:00:00";"Agent";"'=Nadège Testard";"Agent retiré";"agent.removed";"Agent =Nadège Testard";"${author}";""`,
    );
    const [event] = await database().select().from(auditEvents).where(eq(auditEvents.verb, "journal.exported"));
    expect(event).toMatchObject({
      actorId: admin.agentId,
      subjectId: "journal",
      details: { from: "2025-07-01", subject: author },
    });
  });

  it("stops at its limit and says so", async () => {
    const text = await read(journalCsv(admin, { subject: "narrow" }, 2));
    expect(text.trim().split("\r\n")).toHaveLength(4);
    expect(text).toContain("Export limité à 2 lignes");
    expect(await read(journalCsv(admin, { subject: "narrow" }, 4))).not.toContain("Export limité");
  });

  it.each([agent, anonymous])("is exported for no one but administrators", async (actor) => {
    await expect(exportJournal(actor, {})).rejects.toThrow("introuvable");
  });
});

async function read(pieces: AsyncIterable<string>): Promise<string> {
  let text = "";
  for await (const piece of pieces) text += piece;
  return text;
}

describe("the tasks", () => {
  it("lists every registered job with its last run, those that need a look first", async () => {
    const run = (job: string, outcome: "done" | "failed", minutesAgo: number) => ({
      job,
      startedAt: new Date(Date.now() - minutesAgo * 60_000),
      outcome,
      handled: 3,
    });
    await database()
      .insert(jobRuns)
      .values([run("bien", "failed", 90), run("bien", "done", 5), run("rate", "failed", 5), run("tard", "done", 600)]);
    const hourly = ["bien", "rate", "tard", "jamais"].map((name) => ({ name, label: "", every: "hour" as const }));
    const tasks = [{ name: "ce-soir", label: "", every: "day" as const }, ...hourly];
    const lines = await listTasks(admin, tasks);
    expect(lines.map(({ name }) => name)).toEqual(["rate", "tard", "jamais", "ce-soir", "bien"]);
    expect(lines.find(({ name }) => name === "bien")).toMatchObject({ isLate: false, last: { outcome: "done" } });
    expect(lines.find(({ name }) => name === "tard")?.isLate).toBe(true);
    expect(lines.find(({ name }) => name === "jamais")).toMatchObject({ last: null, isLate: true });
    expect(lines.find(({ name }) => name === "ce-soir")).toMatchObject({ last: null, isLate: false });
  });
});
