import { readdirSync } from "node:fs";
import { join } from "node:path";
import { eq, sql } from "drizzle-orm";
import { newVisit, postAs, type Visit } from "@/db/test/visits";
import { addFile, buildTown, fileDemande, type Town } from "@/db/test/filed-demande";
import { organisations } from "@/db/schema/organisation";
import { agents, agentServices, agentSessions } from "@/db/schema/staff";
import { outbox } from "@/db/schema/platform";
import { getService } from "@/lib/organisation/queries/list-organisations";
import { database } from "@/lib/kernel/database";
import { newId, type AttachmentId, type MailId, type OrganisationId, type ServiceId } from "@/lib/shared/ids";
import { codeOf, comeBack, newAgent, password, serviceId, settleOther, stopClock } from "@/lib/staff/testing";
import type { ServerFormAction } from "@/lib/web/form/form-action";
import { agentSignInAction, secondFactorAction } from "./(acces)/connexion/actions";

jest.mock("next/headers", () => jest.requireActual<{ visitHeaders: object }>("@/db/test/visits").visitHeaders);
jest.mock("next/navigation", () => jest.requireActual<{ visitNavigation: object }>("@/db/test/visits").visitNavigation);
jest.mock("next/cache", () => ({ refresh: () => undefined }));

jest.setTimeout(120_000);

/**
 * Every form of the agents' side, posted by the administrator of one organisation about what is another one's (decision 047): none writes
 * anything. A form that has no line here fails, and so does a line without a form.
 */
type Fields = Record<string, string>;
type Attempt = { fields: Fields; outcome: string | RegExp };
/** Why nothing of another organisation can be asked by it. */
type Left = string;

let town: Town;
let desk: Visit;
let ccas: OrganisationId;
let townId: OrganisationId;
let aide: ServiceId;
let theirs: Awaited<ReturnType<typeof fileDemande>>;
let answerId: AttachmentId;
let mailId: MailId;
let theirSession: string;
let aideVersion: string;

beforeAll(async () => {
  stopClock();
  town = await buildTown();
  ccas = await settleOther();
  aide = await serviceId("aide");
  const [ville] = await database().select().from(organisations).where(eq(organisations.slug, "ville"));
  townId = ville?.id ?? newId();
  theirs = await fileDemande(town, "in_progress", { agentId: town.agent.agentId });
  answerId = await addFile(theirs.id, "answer");
  mailId = newId<MailId>();
  const at = new Date("2026-11-23T10:00:00Z");
  const letter = { id: mailId, key: `demande:${theirs.id}:taken:1`, kind: "demande.taken", recipientHash: "h" };
  await database()
    .insert(outbox)
    .values({ ...letter, state: "failed", createdAt: at, nextAttemptAt: at });
  theirSession = newId();
  await database()
    .insert(agentSessions)
    .values({
      id: theirSession as typeof agentSessions.$inferInsert.id,
      agentId: town.agent.agentId,
      tokenHash: "x",
      hasSecondFactor: true,
      createdAt: at,
      lastSeenAt: at,
      idleExpiresAt: at,
      expiresAt: at,
      device: "d",
    });
  aideVersion = (await getService(town.admin, aide)).version;
  desk = await signIn();
});
afterAll(async () => {
  comeBack();
  await database().$client.end();
});

async function signIn(): Promise<Visit> {
  const { email, agentId } = await newAgent("admin");
  await database().update(agents).set({ organisationId: ccas }).where(eq(agents.id, agentId));
  await database().delete(agentServices).where(eq(agentServices.agentId, agentId));
  await database().insert(agentServices).values({ agentId, serviceId: aide });
  const visit = newVisit("203.0.113.77");
  await postAs(visit, agentSignInAction, { email, password });
  await postAs(visit, secondFactorAction, { code: await codeOf(agentId) });
  return visit;
}

const unknown = "not found";
const portal = /réservée aux administrateurs du portail/;
const ofTheirs = (rest: Fields = {}): Attempt[] => [
  { fields: { demandeId: theirs.id, lockVersion: "0", ...rest }, outcome: unknown },
];
const ofTheirAgents = (rest: Fields = {}): Attempt[] =>
  [town.agent.agentId, town.admin.agentId].map((agentId) => ({ fields: { agentId, ...rest }, outcome: unknown }));
const ofThePortal = (fields: Fields = {}): Attempt[] => [{ fields, outcome: portal }];
const card = { name: "Service", address: "1 place", phone: "01", email: "s@ccas.example", hours: "" };
const person = { name: "Nadège Testard", email: "nouvelle@ccas.example" };
const reason = { reason: "Parce que." };

const accounts = "accounts are of no organisation: whoever is at a counter helps (decision 047)";
const itself = "about the agent’s own access";

const forms: Readonly<Record<string, (() => Attempt[]) | Left>> = {
  searchQueueAction: () => [{ fields: { q: theirs.number }, outcome: /^\/admin\/demandes\?/ }],
  takeChargeAction: () => ofTheirs(),
  completeDemandeAction: () => ofTheirs(),
  declareIncompleteAction: () =>
    ofTheirs({
      ...reason,
      "items.0.fieldPath": "act.copies",
      "items.0.isFlagged": "oui",
      "items.0.reason": "missing",
    }),
  validateDemandeAction: () => ofTheirs({ answer: "Voici." }),
  rejectDemandeAction: () => ofTheirs(reason),
  cancelDemandeAction: () => ofTheirs(reason),
  reopenDemandeAction: () => ofTheirs(reason),
  removeAnswerFileAction: () => ofTheirs({ attachmentId: answerId }),
  sendMessageAction: () => ofTheirs({ body: "Bonjour.", number: theirs.number }),
  markReadAction: () => ofTheirs({ number: theirs.number }),

  retryMailAction: () => [{ fields: { mailId }, outcome: unknown }],
  filterJournalAction: "makes an address of what was typed, and reads nothing",

  inviteAgentAction: () => [
    { fields: { ...person, role: "admin", services: aide }, outcome: /Seul un administrateur du portail/ },
    { fields: { ...person, role: townId, services: aide }, outcome: /Seul un administrateur du portail/ },
    { fields: { ...person, role: "agent", services: town.serviceId }, outcome: /au moins un service/ },
  ],
  sendInvitationAction: () => ofTheirAgents(),
  sendSecondFactorAction: () => ofTheirAgents(),
  changeAgentAction: () => ofTheirAgents({ name: "Nadège Testard", role: "agent", services: aide, isConfirmed: "oui" }),
  removeAgentAction: () => ofTheirAgents({ isConfirmed: "oui" }),
  reinstateAgentAction: () => ofTheirAgents(),
  endAgentSessionsAction: () => ofTheirAgents(),

  addOrganisationAction: () => ofThePortal({ name: "Autre", role: "r" }),
  changeOrganisationAction: () => ofThePortal({ organisationId: townId, name: "Autre", role: "r" }),
  closeOrganisationAction: () => ofThePortal({ organisationId: townId }),
  reopenOrganisationAction: () => ofThePortal({ organisationId: townId }),
  addServiceAction: () => [{ fields: { ...card, organisationId: townId }, outcome: /choisissez-en un autre/ }],
  changeServiceAction: () => [
    { fields: { ...card, serviceId: town.serviceId, organisationId: ccas }, outcome: unknown },
    {
      fields: { ...card, serviceId: aide, organisationId: townId, version: aideVersion },
      outcome: /choisissez-en un autre/,
    },
  ],
  closeServiceAction: () => [
    { fields: { serviceId: town.serviceId, heir: aide, isConfirmed: "oui" }, outcome: unknown },
    { fields: { serviceId: aide, heir: town.serviceId, isConfirmed: "oui" }, outcome: /vient de fermer/ },
  ],
  reopenServiceAction: () => [{ fields: { serviceId: town.serviceId }, outcome: unknown }],

  searchAccountsAction: accounts,
  validateAccountAction: accounts,
  refuseValidationAction: accounts,
  acceptChangesAction: accounts,
  refuseChangesAction: accounts,
  askRecoveryAction: accounts,
  askReopeningAction: accounts,
  confirmRecoveryAction: accounts,
  refuseRecoveryAction: accounts,
  suspendAccountAction: () => ofThePortal({ accountId: town.accountId, ...reason }),
  reinstateAccountAction: () => ofThePortal({ accountId: town.accountId }),

  publishDemarchesAction: () => ofThePortal({ demarches: "acte-de-naissance" }),
  unpublishDemarcheAction: () => ofThePortal({ demarcheId: town.demarcheId }),
  republishDemarcheAction: () => ofThePortal({ demarcheId: town.demarcheId }),
  entrustDemarcheAction: () => ofThePortal({ demarcheId: town.demarcheId, serviceId: aide }),
  changeAccountSettingsAction: () => ofThePortal(),
  changeAccessibilityAction: () => ofThePortal(),
  changePortalAction: () => ofThePortal({ town: "Autre" }),
  removeLogoAction: () => ofThePortal(),
  changeWordingAction: () => ofThePortal({ kind: "demande.rejected" }),
  restoreWordingAction: () => ofThePortal({ kind: "demande.rejected" }),
  changeBackupSettingsAction: () => ofThePortal({ mode: "none" }),

  changeAgentPasswordAction: itself,
  renewCodesAction: itself,
  endOtherSessionsAction: itself,
  endOwnSessionAction: () => [{ fields: { sessionId: theirSession }, outcome: unknown }],
};

const desks = join(__dirname, "(bureau)");

/** Every action that a file of the desk exports. */
async function actionsOfTheDesk(): Promise<Map<string, ServerFormAction>> {
  const files = readdirSync(desks, { recursive: true, encoding: "utf8" }).filter((file) => /actions\.ts$/.test(file));
  const modules = await Promise.all(
    files.map(async (file) => Object.entries((await import(join(desks, file))) as Record<string, ServerFormAction>)),
  );
  return new Map(modules.flat());
}

/** What is posted into, and grows of itself: tries, and when somebody was seen last. */
const apart = ["rate_limits", "agent_sessions", "drizzle_migrations"];

/** Everything that the town holds, as one text a table. */
async function everything(): Promise<Record<string, string>> {
  const tables = await database().execute<{ name: string }>(
    sql`select tablename as name from pg_tables where schemaname = 'public' order by 1`,
  );
  const held: Record<string, string> = {};
  for (const { name } of tables) {
    if (apart.includes(name)) continue;
    const [row] = await database().execute<{ rows: string }>(
      sql`select coalesce(string_agg((to_jsonb(t) - 'last_seen_at')::text, chr(10) order by to_jsonb(t)::text), '') as rows from ${sql.identifier(name)} t`,
    );
    held[name] = row?.rows ?? "";
  }
  return held;
}

it("each form of the agents’ side has its line, and each line its form", async () => {
  expect([...(await actionsOfTheDesk()).keys()].sort()).toEqual(Object.keys(forms).sort());
});

it("none writes anything of another organisation, of the portal or of its agents, and each says no as to a stranger", async () => {
  const actions = await actionsOfTheDesk();
  const before = await everything();
  const told: Record<string, unknown> = {};
  const awaited: Record<string, unknown> = {};
  for (const [name, line] of Object.entries(forms)) {
    if (typeof line === "string") continue;
    for (const [turn, { fields, outcome }] of line().entries()) {
      const action = actions.get(name);
      const state = action ? await postAs(desk, action, fields) : "no such form";
      const said =
        typeof state === "string"
          ? state
          : state.status === "error"
            ? [state.formError, ...Object.values(state.errors)].join(" ")
            : state.status;
      told[`${name} ${turn}`] = said;
      awaited[`${name} ${turn}`] = typeof outcome === "string" ? outcome : (expect.stringMatching(outcome) as string);
    }
  }
  expect(told).toEqual(awaited);
  expect(await everything()).toEqual(before);
});

it("is not blind: the same person, the same forms, about what is of their own organisation", async () => {
  const actions = await actionsOfTheDesk();
  const post = (name: string, fields: Fields) => postAs(desk, actions.get(name) ?? fail(name), fields);
  const before = await everything();
  expect(await post("inviteAgentAction", { ...person, role: "agent", services: aide })).toMatch(/^\/admin\/agents\//);
  expect(await post("addServiceAction", { ...card, organisationId: ccas })).toMatch(/^\/admin\/services\//);
  const own = await fileDemande(town, "pending", { serviceId: aide });
  expect(await post("takeChargeAction", { demandeId: own.id, lockVersion: "0" })).toMatch(/^\/admin\/demandes\//);
  const after = await everything();
  for (const table of ["agents", "services", "demandes"]) expect(after[table]).not.toBe(before[table]);
});

function fail(name: string): never {
  throw new Error(`no form is called ${name}`);
}
