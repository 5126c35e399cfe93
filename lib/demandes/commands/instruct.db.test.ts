import { and, desc, eq } from "drizzle-orm";
import { attachments, demandeEvents, demandes } from "@/db/schema/demandes";
import { notifications } from "@/db/schema/notifications";
import { auditEvents, blobDeletions, outbox } from "@/db/schema/platform";
import { addFile, buildTown, fileDemande } from "@/db/test/filed-demande";
import type { Actor } from "@/lib/kernel/actor";
import { openLetter } from "@/lib/letters/outbox/sealed-letter";
import { database } from "@/lib/kernel/database";
import type { DemandeId } from "@/lib/shared/ids";
import type { Result } from "@/lib/shared/result";
import type { AuditVerb } from "@/lib/vocabulary/audit-verbs";
import { demandeStatuses, type DemandeStatus } from "@/lib/vocabulary/demande-status";
import { canMove, isReopening, needsReason } from "../status";
import { cancelDemande } from "./cancel-demande";
import { completeDemande } from "./complete-demande";
import { rejectDemande } from "./reject-demande";
import { removeAnswerFile } from "./remove-answer-file";
import { reopenDemande } from "./reopen-demande";
import { takeCharge } from "./take-charge";
import { validateDemande } from "./validate-demande";

type Input = { demandeId: DemandeId; lockVersion: number; reason: string; answer: string };
type Verb = {
  run: (actor: Actor, input: Input) => Promise<Result<{ number: string }>>;
  to: DemandeStatus;
  audit: AuditVerb;
  from: DemandeStatus;
  isReopening?: true;
};

const verbs: Record<string, Verb> = {
  takeCharge: { run: takeCharge, from: "pending", to: "in_progress", audit: "demande.taken" },
  completeDemande: { run: completeDemande, from: "incomplete", to: "complete", audit: "demande.completed" },
  validateDemande: { run: validateDemande, from: "complete", to: "validated", audit: "demande.validated" },
  rejectDemande: { run: rejectDemande, from: "in_progress", to: "rejected", audit: "demande.rejected" },
  cancelDemande: { run: cancelDemande, from: "rectified", to: "cancelled", audit: "demande.cancelled" },
  reopenDemande: {
    run: reopenDemande,
    from: "rejected",
    to: "in_progress",
    audit: "demande.reopened",
    isReopening: true,
  },
};

let town: Awaited<ReturnType<typeof buildTown>>;
beforeAll(async () => void (town = await buildTown()));
afterAll(() => database().$client.end());

const input = (demandeId: DemandeId, lockVersion = 0): Input => ({
  demandeId,
  lockVersion,
  reason: "Le motif.",
  answer: "La réponse.",
});

async function read(id: DemandeId) {
  const [demande] = await database().select().from(demandes).where(eq(demandes.id, id));
  const events = await database()
    .select()
    .from(demandeEvents)
    .where(eq(demandeEvents.demandeId, id))
    .orderBy(desc(demandeEvents.id));
  const audit = await database().select().from(auditEvents).where(eq(auditEvents.subjectId, id));
  return { demande, events, audit };
}

async function lastMail(kind: string) {
  const [mail] = await database().select().from(outbox).where(eq(outbox.kind, kind)).orderBy(desc(outbox.id)).limit(1);
  return mail?.content ? JSON.stringify(openLetter(mail.content)) : "";
}

describe.each(Object.entries(verbs))("%s", (_name, verb) => {
  it("moves the demande, and says who, when, from, to and why", async () => {
    const { id, number } = await fileDemande(town, verb.from);
    expect(await verb.run(town.agent, input(id))).toEqual({ ok: true, value: { number } });
    const { demande, events, audit } = await read(id);
    expect(demande).toMatchObject({ status: verb.to, lockVersion: 1, agentId: town.agent.agentId });
    expect(events).toHaveLength(1);
    expect(events[0]).toMatchObject({
      actor: "agent",
      agentId: town.agent.agentId,
      fromStatus: verb.from,
      toStatus: verb.to,
    });
    if (needsReason(verb.from, verb.to)) expect(events[0]?.reason).toBe("Le motif.");
    expect(audit).toMatchObject([{ verb: verb.audit, actorKind: "agent", actorId: town.agent.agentId }]);
  });

  it("tells the owner by e-mail and in the portal", async () => {
    const { id, number } = await fileDemande(town, verb.from);
    await verb.run(town.agent, input(id));
    const told = await database().select().from(notifications).where(eq(notifications.accountId, town.accountId));
    expect(told.filter(({ path }) => path.includes(number))).toHaveLength(1);
    const mails = (await database().select().from(outbox)).map(({ content }) =>
      content ? JSON.stringify(openLetter(content)) : "",
    );
    expect(mails.filter((mail) => mail.includes(number))).toHaveLength(1);
  });

  it("is absent for a citizen, an agent of another service and an administrator who serves elsewhere", async () => {
    const { id } = await fileDemande(town, verb.from);
    for (const actor of [town.citizen, town.stranger, town.admin])
      await expect(verb.run(actor, input(id))).rejects.toThrow("introuvable");
    expect((await read(id)).demande?.status).toBe(verb.from);
  });

  it("refuses every state that the table does not allow", async () => {
    for (const status of demandeStatuses.filter((each) => each !== "draft")) {
      const allowed = canMove(status, verb.to, "agent") && isReopening(status, verb.to) === Boolean(verb.isReopening);
      const { id } = await fileDemande(town, status);
      const result = await verb.run(town.agent, input(id));
      expect([status, result.ok ? "done" : result.reason]).toEqual([status, allowed ? "done" : "not_possible"]);
      if (!allowed) expect((await read(id)).events).toHaveLength(0);
    }
  });

  it("tells the second of two agents, and overwrites nothing", async () => {
    const { id } = await fileDemande(town, verb.from);
    const results = await Promise.all([town.agent, town.colleague].map((actor) => verb.run(actor, input(id))));
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
    expect(results.find(({ ok }) => !ok)).toEqual({ ok: false, reason: "changed_meanwhile" });
    const { events, audit, demande } = await read(id);
    expect(events).toHaveLength(1);
    expect(audit).toHaveLength(1);
    expect(demande?.lockVersion).toBe(1);
  });
});

describe("the answer", () => {
  it("freezes its files, and carries its text to the citizen", async () => {
    const { id } = await fileDemande(town, "complete");
    const file = await addFile(id, "answer");
    await validateDemande(town.agent, input(id));
    const [kept] = await database().select().from(attachments).where(eq(attachments.id, file));
    expect(kept?.isFrozen).toBe(true);
    expect((await read(id)).demande?.statusReason).toBe("La réponse.");
    expect(await lastMail("demande.decided")).toContain("La réponse.");
  });

  it("is refused while the antivirus has not cleared one of its files", async () => {
    const { id } = await fileDemande(town, "complete");
    const file = await addFile(id, "answer", { scan: "pending" });
    expect(await validateDemande(town.agent, input(id))).toEqual({ ok: false, reason: "file_not_checked" });
    const [kept] = await database().select().from(attachments).where(eq(attachments.id, file));
    expect(kept?.isFrozen).toBe(false);
    expect((await read(id)).demande?.status).toBe("complete");
  });

  it("gives back a file that was not sent yet, and has its bytes erased", async () => {
    const { id } = await fileDemande(town, "complete");
    const file = await addFile(id, "answer");
    expect(await removeAnswerFile(town.agent, { demandeId: id, attachmentId: file })).toMatchObject({
      ok: true,
      value: { name: expect.stringMatching(/\.pdf$/) as string },
    });
    expect(
      await database()
        .select()
        .from(attachments)
        .where(and(eq(attachments.demandeId, id), eq(attachments.fieldPath, "answer"))),
    ).toEqual([]);
    expect(
      await database()
        .select()
        .from(blobDeletions)
        .where(eq(blobDeletions.storageKey, `demande/${file}`)),
    ).toHaveLength(1);
    const audit = await database().select().from(auditEvents).where(eq(auditEvents.subjectId, file));
    expect(audit).toMatchObject([{ verb: "attachment.removed", actorId: town.agent.agentId }]);
  });

  it("never gives back a file that the citizen has, nor a document of the citizen", async () => {
    const { id } = await fileDemande(town, "complete");
    const given = await addFile(id, "answer", { isFrozen: true });
    const document = await addFile(id, "act.identity", { isFrozen: false });
    for (const attachmentId of [given, document])
      await expect(removeAnswerFile(town.agent, { demandeId: id, attachmentId })).rejects.toThrow("introuvable");
    await expect(
      removeAnswerFile(town.stranger, { demandeId: id, attachmentId: await addFile(id, "answer") }),
    ).rejects.toThrow("introuvable");
  });
});
