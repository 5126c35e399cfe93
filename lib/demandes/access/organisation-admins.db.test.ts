import { eq } from "drizzle-orm";
import { organisations, services } from "@/db/schema/organisation";
import { agents, agentServices } from "@/db/schema/staff";
import { outbox } from "@/db/schema/platform";
import { addFile, buildTown, fileDemande, type Town } from "@/db/test/filed-demande";
import type { OrganisationAdmin } from "@/lib/kernel/actor";
import { database } from "@/lib/kernel/database";
import { makeNumber } from "../rules/number";
import {
  newId,
  type AgentId,
  type MailId,
  type OrganisationId,
  type ServiceId,
  type SessionId,
} from "@/lib/shared/ids";
import { closeService } from "../commands/close-service";
import { readAttachment } from "../commands/read-attachment";
import { takeCharge } from "../commands/take-charge";
import { countWork } from "../queries/count-work";
import { findDemande } from "../queries/find-demande";
import { getDemandeForAgent } from "../queries/get-demande-for-agent";
import { getServiceToClose } from "../queries/get-service-to-close";
import { listFailedLetters, listUntold } from "../queries/list-failed-letters";
import { listElsewhere, listQueue } from "../queries/list-queue";
import { listQueueDemarches } from "../queries/list-queue-demarches";
import { listHeldAlone, listUnattended } from "../queries/list-unattended-services";

/** The town is one organisation, the CCAS another: what its administrator reads of the two, asked of each query in turn. */

let town: Town;
let aide: ServiceId;
let ours: OrganisationAdmin;
let theirs: { id: Awaited<ReturnType<typeof fileDemande>>["id"]; number: string };
let own: typeof theirs;

const at = new Date("2026-11-20T09:00:00Z");
let rank = 0;
const newNumber = () => makeNumber(2026, new Uint8Array([9, 8, 7, 6, 5, 4, (rank += 1)]));

async function addService(organisationId: OrganisationId, slug: string): Promise<ServiceId> {
  const id = newId<ServiceId>();
  const card = { name: `Service ${slug}`, address: "a", phone: "p", email: `${slug}@ccas.example`, createdAt: at };
  await database()
    .insert(services)
    .values({ id, organisationId, slug, ...card });
  return id;
}

async function addLetter(key: string): Promise<void> {
  const row = { id: newId<MailId>(), key, kind: "demande.decided", recipientHash: "h", state: "failed" as const };
  await database()
    .insert(outbox)
    .values({ ...row, createdAt: at, nextAttemptAt: at });
}

beforeAll(async () => {
  town = await buildTown();
  const organisationId = newId<OrganisationId>();
  await database().insert(organisations).values({ id: organisationId, slug: "ccas", name: "CCAS", createdAt: at });
  aide = await addService(organisationId, "aide");
  const agentId = newId<AgentId>();
  await database().insert(agents).values({
    id: agentId,
    email: "ada@ccas.example",
    name: "Ada Testard",
    role: "admin",
    organisationId,
    passwordHash: "",
    totpSecret: "",
    createdAt: at,
  });
  ours = {
    kind: "organisation_admin",
    agentId,
    sessionId: newId<SessionId>(),
    serviceIds: [],
    organisationId,
    organisationServiceIds: [aide],
  };
  const [theirNumber, ownNumber] = [newNumber(), newNumber()];
  theirs = await fileDemande(town, "pending", { number: theirNumber, applicantName: "Camille Exemple" });
  own = await fileDemande(town, "pending", { number: ownNumber, serviceId: aide, applicantName: "Camille Exemple" });
  [theirs, own] = [
    { ...theirs, number: theirNumber },
    { ...own, number: ownNumber },
  ];
  for (const { id } of [theirs, own]) await addLetter(`demande:${id}:validated:1`);
});
afterAll(() => database().$client.end());

const everything = { view: "all", isMine: false, isLate: false } as const;

it("reads the demandes of its services whole, and decides nothing in a service that they do not follow", async () => {
  expect((await listQueue(ours, everything)).lines.map(({ number }) => number)).toEqual([own.number]);
  expect(await countWork(ours)).toMatchObject({ waiting: 1 });
  expect(await listQueueDemarches(ours)).toEqual([]);
  expect(await getDemandeForAgent(ours, own.number)).toMatchObject({ number: own.number, can: { instruct: false } });
  await expect(takeCharge(ours, { demandeId: own.id, lockVersion: 0 })).rejects.toThrow("introuvable");
  expect(await listUntold(ours)).toEqual([{ number: own.number, person: "Camille Exemple" }]);
  expect(await listFailedLetters(ours, own.id)).toHaveLength(1);
  // The door opens; the sample has no bytes behind it.
  const attachmentId = await addFile(own.id, "act.identity");
  await expect(readAttachment(ours, { attachmentId })).rejects.toThrow("no such object");
});

it("reads nothing of another organisation: neither list, nor search, nor page, nor file, nor letter", async () => {
  const typed = { ...everything, text: theirs.number };
  expect((await listQueue(ours, typed)).lines).toEqual([]);
  expect((await listQueue(ours, { ...everything, text: "camille" })).lines.map(({ number }) => number)).toEqual([
    own.number,
  ]);
  expect((await listElsewhere(ours, { ...everything, view: "rejected", text: "camille" })).lines).toHaveLength(1);
  expect(await findDemande(ours, theirs.number)).toBeNull();
  await expect(getDemandeForAgent(ours, theirs.number)).rejects.toThrow("introuvable");
  await expect(readAttachment(ours, { attachmentId: await addFile(theirs.id, "act.identity") })).rejects.toThrow(
    "introuvable",
  );
  expect(await listFailedLetters(ours, theirs.id)).toEqual([]);
  const draft = await fileDemande(town, "draft", { serviceId: aide });
  await expect(readAttachment(ours, { attachmentId: await addFile(draft.id, "act.identity") })).rejects.toThrow(
    "introuvable",
  );
});

it("decides in the services that they follow, as any agent", async () => {
  const following: OrganisationAdmin = { ...ours, serviceIds: [aide] };
  const number = newNumber();
  const { id } = await fileDemande(town, "pending", { number, serviceId: aide });
  expect(await getDemandeForAgent(following, number)).toMatchObject({ can: { instruct: true } });
  expect(await takeCharge(following, { demandeId: id, lockVersion: 0 })).toMatchObject({ ok: true });
});

describe("its services that nobody follows, and their closing", () => {
  it("are told to its administrator, those of others are not", async () => {
    expect((await listUnattended(ours)).map(({ id }) => id)).toEqual([aide]);
    const [follower] = await database().select().from(agentServices).where(eq(agentServices.serviceId, town.serviceId));
    expect(await listHeldAlone(ours, follower?.agentId ?? newId())).toEqual([]);
  });

  it("hand over to a service of that organisation alone; another one’s is neither closed nor shown", async () => {
    await expect(getServiceToClose(ours, town.serviceId)).rejects.toThrow("introuvable");
    await expect(closeService(ours, { serviceId: town.serviceId, heir: aide })).rejects.toThrow("introuvable");
    expect(await getServiceToClose(ours, aide)).toMatchObject({ isHeirNeeded: true, heirs: [] });
    const close = { serviceId: aide, isConfirmed: "oui" as const };
    expect(await closeService(ours, { ...close, heir: town.serviceId })).toEqual({ ok: false, reason: "unknown_heir" });
    expect(await closeService(ours, { ...close, heir: "" })).toEqual({ ok: false, reason: "heir_needed" });

    const heir = await addService(ours.organisationId, "aines");
    expect((await getServiceToClose(ours, aide)).heirs.map(({ id }) => id)).toEqual([heir]);
    expect(await closeService(ours, { ...close, heir })).toMatchObject({ ok: true });
    const after: OrganisationAdmin = { ...ours, organisationServiceIds: [aide, heir] };
    expect(await findDemande(after, own.number)).toMatchObject({ number: own.number });
  });
});
