import { and, eq } from "drizzle-orm";
import { agents } from "@/db/schema/staff";
import { auditEvents, outbox } from "@/db/schema/platform";
import { fileDemande, buildTown, type Town } from "@/db/test/filed-demande";
import type { OrganisationAdmin } from "@/lib/kernel/actor";
import { database } from "@/lib/kernel/database";
import { newId, type AgentId, type DemandeId, type MailId, type ServiceId } from "@/lib/shared/ids";
import { newAgent, newOrganisationAdmin, serviceId, settleOther } from "@/lib/staff/testing";
import { changeAgent } from "@/lib/staff/commands/change-agent";
import type { AuditVerb } from "@/lib/vocabulary/audit-verbs";
import { exportJournal, retryMail } from "../commands";
import { listAuditEvents } from "../queries/list-events";
import { listMails } from "../queries/list-mails";

let town: Town;
let ours: OrganisationAdmin;
let aide: ServiceId;
let worker: AgentId;
let own: DemandeId;
let theirs: DemandeId;

beforeAll(async () => {
  town = await buildTown();
  const ccas = await settleOther();
  aide = await serviceId("aide");
  ours = await newOrganisationAdmin(ccas);
  worker = await anAgentOf(aide);
  own = (await fileDemande(town, "pending", { serviceId: aide })).id;
  theirs = (await fileDemande(town, "pending")).id;
  await database().delete(auditEvents);
});
afterEach(() => database().delete(auditEvents));
afterAll(() => database().$client.end());

async function anAgentOf(...services: ServiceId[]): Promise<AgentId> {
  const { agentId } = await newAgent();
  const card = { agentId, name: "Nadège Testard", role: "agent" as const, services, isConfirmed: "oui" as const };
  const changed = await changeAgent(town.admin, card);
  if (!changed.ok) throw new Error(changed.reason);
  return agentId;
}

let minute = 0;
async function line(verb: AuditVerb, subjectId: string, actorId: string | null, actorKind = "agent"): Promise<void> {
  const at = new Date(Date.UTC(2026, 10, 20, 9, (minute += 1)));
  await database().insert(auditEvents).values({ at, actorKind, actorId, verb, subjectId });
}

type Filters = Parameters<typeof listAuditEvents>[1];
const read = async (filters: Filters = {}, actor: Parameters<typeof listAuditEvents>[0] = ours) =>
  (await listAuditEvents(actor, filters)).lines.map(({ verb, subjectId }) => `${verb} ${subjectId}`);

describe("the journal of an organisation", () => {
  it("tells what its agents did and what was done to them, to its services and to it; nothing of the others", async () => {
    await line("service.changed", aide, town.admin.agentId, "admin");
    await line("organisation.changed", ours.organisationId, town.admin.agentId, "admin");
    await line("agent.changed", worker, town.admin.agentId, "admin");
    await line("demande.taken", own, worker);
    await line("agent.signed_in", ours.agentId, ours.agentId, "organisation_admin");
    await line("service.changed", town.serviceId, town.admin.agentId, "admin");
    await line("demande.taken", theirs, town.agent.agentId);
    await line("agent.signed_in", town.admin.agentId, town.admin.agentId, "admin");
    await line("settings.changed", "portal", town.admin.agentId, "admin");
    await line("account.read", town.accountId, town.agent.agentId);
    await line("demande.submitted", theirs, town.accountId, "citizen");

    expect(await read()).toEqual([
      `agent.signed_in ${ours.agentId}`,
      `demande.taken ${own}`,
      `agent.changed ${worker}`,
      `organisation.changed ${ours.organisationId}`,
      `service.changed ${aide}`,
    ]);
    expect(await read({}, town.admin)).toHaveLength(11);
  });

  it("tells everything of one of its demandes that is asked for, who filed it included; of another one, nothing", async () => {
    await line("demande.submitted", own, town.accountId, "citizen");
    await line("demande.taken", own, worker);
    await line("demande.submitted", theirs, town.accountId, "citizen");
    expect(await read({ subject: own })).toEqual([`demande.taken ${own}`, `demande.submitted ${own}`]);
    for (const subject of [theirs, town.serviceId, town.admin.agentId, town.accountId, "portal"])
      expect(await read({ subject })).toEqual([]);
  });

  it("leaves out who works for another organisation too, and what one of its agents did elsewhere before", async () => {
    const shared = await anAgentOf(aide, town.serviceId);
    await database().delete(auditEvents);
    await line("demande.taken", own, shared);
    await line("demande.taken", theirs, worker);
    await line("message.read", theirs, worker);
    await line("agent.signed_in", shared, shared);
    expect(await read()).toEqual([]);
    expect(await read({ agent: shared })).toEqual([]);
    expect(await read({ agent: worker })).toEqual([]);
  });

  it("is narrowed by the same filters, which open nothing more, and paged", async () => {
    for (let turn = 0; turn < 3; turn += 1) await line("demande.taken", own, worker);
    await line("demande.validated", own, worker);
    await line("demande.taken", theirs, town.agent.agentId);
    expect(await read({ verb: "demande.validated" })).toEqual([`demande.validated ${own}`]);
    expect(await read({ family: "demande" })).toHaveLength(4);
    expect(await read({ agent: town.agent.agentId })).toEqual([]);
    expect(await read({ kind: "admin" })).toEqual([]);
    const first = await listAuditEvents(ours, { pageSize: 3 });
    expect(first.lines).toHaveLength(3);
    const second = await listAuditEvents(ours, { pageSize: 3, cursor: first.next ?? "" });
    expect(second.lines).toHaveLength(1);
    expect(second.next).toBeNull();
  });

  it("leaves as it is read, and the export is written in the journal", async () => {
    await line("demande.taken", own, worker);
    await line("demande.taken", theirs, town.agent.agentId);
    const exported = await exportJournal(ours, {});
    if (!exported.ok) throw new Error("refused");
    let csv = "";
    for await (const piece of exported.value) csv += piece;
    expect(csv).toContain(own);
    expect(csv).not.toContain(theirs);
    const written = and(eq(auditEvents.verb, "journal.exported"), eq(auditEvents.actorId, ours.agentId));
    expect(await database().select().from(auditEvents).where(written)).toMatchObject([
      { actorKind: "organisation_admin" },
    ]);
  });

  it("is empty for an organisation without an agent at work nor a line, and no query breaks", async () => {
    await database().update(agents).set({ organisationId: null }).where(eq(agents.id, ours.agentId));
    const empty: OrganisationAdmin = { ...ours, organisationServiceIds: [] };
    expect(await read({}, empty)).toEqual([]);
    expect(await read({ subject: own }, empty)).toEqual([]);
    await database().update(agents).set({ organisationId: ours.organisationId }).where(eq(agents.id, ours.agentId));
  });
});

describe("the letters of an organisation", () => {
  async function failed(key: string): Promise<MailId> {
    const id = newId<MailId>();
    const at = new Date("2026-11-23T10:00:00Z");
    const row = { id, key, kind: "demande.decided", recipientHash: "h", state: "failed" as const, attempts: 48 };
    await database()
      .insert(outbox)
      .values({ ...row, createdAt: at, nextAttemptAt: at });
    return id;
  }

  it("are those about its demandes that failed: they are read and sent again, the others neither", async () => {
    const mine = await failed(`demande:${own}:validated:1`);
    const others = [
      await failed(`demande:${theirs}:validated:1`),
      await failed("account.suspended:x:1"),
      await failed(`agent.invitation:${newId()}`),
      await failed("demande:pas-un-identifiant:1"),
    ];
    expect((await listMails(ours, { state: "failed" })).lines).toMatchObject([
      { id: mine, about: { kind: "demande" } },
    ]);
    for (const state of ["waiting", "sent"] as const)
      await expect(listMails(ours, { state })).rejects.toThrow("introuvable");

    for (const mailId of others) await expect(retryMail(ours, { mailId })).rejects.toThrow("introuvable");
    expect(await retryMail(ours, { mailId: mine })).toMatchObject({ ok: true });
    expect(await retryMail(ours, { mailId: mine })).toEqual({ ok: false, reason: "not_failed" });
    const waiting = await database().select().from(outbox).where(eq(outbox.state, "waiting"));
    expect(waiting.map(({ id }) => id).filter((id) => others.includes(id))).toEqual([]);
    const written = and(eq(auditEvents.verb, "mail.retried"), eq(auditEvents.subjectId, mine));
    expect(await database().select().from(auditEvents).where(written)).toMatchObject([{ actorId: ours.agentId }]);
  });
});
