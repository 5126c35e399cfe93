import { eq } from "drizzle-orm";
import { auditEvents, outbox } from "@/db/schema/platform";
import type { Admin, Agent } from "@/lib/kernel/actor";
import { database } from "@/lib/kernel/database";
import { newId, type AgentId, type MailId, type SessionId } from "@/lib/shared/ids";
import { retryMail } from "./commands";
import { listAuditEvents } from "./queries/list-events";
import { listMails } from "./queries/list-mails";
import { getPlatformState } from "./queries/platform-state";

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
    const first = await listAuditEvents(admin, {});
    expect(first.lines).toHaveLength(50);
    expect(first.lines[0]).toMatchObject({ subjectId: "s59", who: "Usager", details: ["files\u00a0: 59"] });
    const second = await listAuditEvents(admin, { cursor: first.next ?? "" });
    expect(second.lines[0]?.subjectId).toBe("s9");
    expect((await listAuditEvents(admin, { subject: "s3" })).lines).toHaveLength(1);
  });

  it("says which drivers run and how many mails failed", async () => {
    await addMail("failed");
    const state = await getPlatformState(admin);
    expect(state.mails.failed).toBe(1);
    expect(state.drivers.map(({ port }) => port)).toEqual([
      "Courriels",
      "Fichiers",
      "Contrôle anti-robot",
      "Antivirus",
    ]);
  });
});
