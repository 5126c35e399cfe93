import { eq } from "drizzle-orm";
import { services } from "@/db/schema/organisation";
import { anonymous, type Admin, type Agent } from "@/lib/kernel/actor";
import { database } from "@/lib/kernel/database";
import { newId, type OrganisationId, type ServiceId, type SessionId } from "@/lib/shared/ids";
import { getOrganisation, getService, listOrganisations } from "../queries/list-organisations";
import { newAdmin, newAgent, settleTown, verbsOf } from "@/lib/staff/testing";
import { addOrganisation, changeOrganisation, closeOrganisation, reopenOrganisation } from "./manage-organisations";
import { addService, changeService, reopenService } from "./manage-services";

let admin: Admin;
let agent: Agent;
beforeAll(async () => {
  await settleTown();
  admin = await newAdmin();
  const { agentId } = await newAgent();
  agent = { kind: "agent", agentId, sessionId: newId<SessionId>(), serviceIds: [] };
});
afterAll(() => database().$client.end());

const body = { name: "Agglomération", role: "Déchets", website: "" };
const card = {
  name: "Service des eaux",
  address: "1 rue du Lavoir",
  phone: "03 00",
  email: "eaux@exemple.fr",
  hours: "",
};

async function added(): Promise<OrganisationId> {
  const result = await addOrganisation(admin, body);
  if (!result.ok) throw new Error("refused");
  return result.value;
}

async function addedService(organisationId: OrganisationId, knownAs = ""): Promise<ServiceId> {
  const result = await addService(admin, { ...card, organisationId, knownAs });
  if (!result.ok) throw new Error(result.reason);
  return result.value;
}

const closed = (serviceId: ServiceId) =>
  database().update(services).set({ closedAt: new Date() }).where(eq(services.id, serviceId));

describe("an organisation", () => {
  it("is added, renamed, closed and opened again, each written in the journal", async () => {
    const organisationId = await added();
    await changeOrganisation(admin, { organisationId, ...body, name: "Métropole" });
    expect(await getOrganisation(admin, organisationId)).toMatchObject({ name: "Métropole", openServices: 0 });
    expect(await closeOrganisation(admin, { organisationId })).toMatchObject({ ok: true });
    expect(await closeOrganisation(admin, { organisationId })).toEqual({ ok: false, reason: "already_closed" });
    expect(await reopenOrganisation(admin, { organisationId })).toMatchObject({ ok: true });
    expect(await reopenOrganisation(admin, { organisationId })).toEqual({ ok: false, reason: "not_closed" });
    expect(await verbsOf(organisationId)).toEqual([
      "organisation.settled",
      "organisation.changed",
      "organisation.closed",
      "organisation.reopened",
    ]);
  });

  it("is not closed while one of its services is open", async () => {
    const organisationId = await added();
    const serviceId = await addedService(organisationId);
    expect(await closeOrganisation(admin, { organisationId })).toEqual({ ok: false, reason: "has_services" });
    await closed(serviceId);
    expect(await closeOrganisation(admin, { organisationId })).toMatchObject({ ok: true });
  });

  it("keeps its place when another has the same name", async () => {
    const [one, other] = [await added(), await added()];
    const ids = (await listOrganisations(admin)).map(({ id }) => id);
    expect(ids).toEqual(expect.arrayContaining([one, other]));
  });
});

describe("a service", () => {
  it("is created and changed, each written in the journal, and keeps the name that the catalogue knows", async () => {
    const organisationId = await added();
    const serviceId = await addedService(organisationId, "voirie");
    await changeService(admin, { serviceId, organisationId, ...card, name: "Voirie et réseaux" });
    expect(await getService(admin, serviceId)).toMatchObject({
      slug: "voirie",
      name: "Voirie et réseaux",
      organisation: "Agglomération",
      agents: [],
      closedAt: null,
    });
    expect(await verbsOf(serviceId)).toEqual(["service.settled", "service.changed"]);
  });

  it("has a name of its own where the town’s words would give a taken one", async () => {
    const organisationId = await added();
    const [one, other] = [await addedService(organisationId), await addedService(organisationId)];
    const slugs = [(await getService(admin, one)).slug, (await getService(admin, other)).slug];
    expect(new Set(slugs).size).toBe(2);
  });

  it("does not take the name that another service has in the catalogue, nor a closed organisation", async () => {
    const organisationId = await added();
    expect(await addService(admin, { ...card, organisationId, knownAs: "etat-civil" })).toEqual({
      ok: false,
      reason: "known_as_taken",
    });
    const serviceId = await addedService(await added());
    await closeOrganisation(admin, { organisationId });
    const refused = { ok: false, reason: "unknown_organisation" };
    expect(await addService(admin, { ...card, organisationId, knownAs: "" })).toEqual(refused);
    expect(await changeService(admin, { serviceId, ...card, organisationId })).toEqual(refused);
    expect(await verbsOf(serviceId)).toEqual(["service.settled"]);
  });

  it("opens again once closed, in an organisation that is open", async () => {
    const organisationId = await added();
    const serviceId = await addedService(organisationId);
    expect(await reopenService(admin, { serviceId })).toEqual({ ok: false, reason: "not_closed" });
    await closed(serviceId);
    await closeOrganisation(admin, { organisationId });
    expect(await reopenService(admin, { serviceId })).toEqual({ ok: false, reason: "unknown_organisation" });
    await reopenOrganisation(admin, { organisationId });
    expect(await reopenService(admin, { serviceId })).toMatchObject({ ok: true });
    expect((await getService(admin, serviceId)).closedAt).toBeNull();
    expect((await verbsOf(serviceId)).at(-1)).toBe("service.reopened");
  });
});

it("finds nothing of them without being an administrator, nor what does not exist", async () => {
  const organisationId = await added();
  const serviceId = await addedService(organisationId);
  for (const actor of [agent, anonymous] as const)
    for (const attempt of [
      () => addOrganisation(actor, body),
      () => changeOrganisation(actor, { organisationId, ...body }),
      () => closeOrganisation(actor, { organisationId }),
      () => reopenOrganisation(actor, { organisationId }),
      () => addService(actor, { ...card, organisationId, knownAs: "" }),
      () => changeService(actor, { serviceId, organisationId, ...card }),
      () => reopenService(actor, { serviceId }),
    ])
      await expect(attempt()).rejects.toThrow("introuvable");
  const [noBody, noService] = [newId<OrganisationId>(), newId<ServiceId>()];
  for (const attempt of [
    () => changeOrganisation(admin, { organisationId: noBody, ...body }),
    () => closeOrganisation(admin, { organisationId: noBody }),
    () => reopenOrganisation(admin, { organisationId: noBody }),
    () => changeService(admin, { serviceId: noService, organisationId, ...card }),
    () => reopenService(admin, { serviceId: noService }),
    () => getService(admin, noService),
    () => getOrganisation(admin, noBody),
  ])
    await expect(attempt()).rejects.toThrow("introuvable");
  expect(await verbsOf(serviceId)).toEqual(["service.settled"]);
});
