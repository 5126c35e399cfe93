import { eq } from "drizzle-orm";
import { services } from "@/db/schema/organisation";
import type { Admin, OrganisationAdmin } from "@/lib/kernel/actor";
import { database } from "@/lib/kernel/database";
import type { OrganisationId, ServiceId } from "@/lib/shared/ids";
import {
  newAdmin,
  newOrganisationAdmin,
  organisationId,
  serviceId,
  settleOther,
  settleTown,
  verbsOf,
} from "@/lib/staff/testing";
import { getService, listOpenOrganisations, listOrganisations } from "../queries/list-organisations";
import { listServices } from "../queries/list-services";
import { addOrganisation, changeOrganisation, closeOrganisation, reopenOrganisation } from "./manage-organisations";
import { addService, changeService, reopenService } from "./manage-services";

let portal: Admin;
let ours: OrganisationAdmin;
let town: OrganisationId;
let ccas: OrganisationId;
let civil: ServiceId;

beforeAll(async () => {
  await settleTown();
  ccas = await settleOther();
  town = await organisationId("ville");
  civil = await serviceId("etat-civil");
  portal = await newAdmin();
  ours = await newOrganisationAdmin(ccas);
});
afterAll(() => database().$client.end());

const card = { name: "Service état civil", address: "1 rue", phone: "03 00", email: "s@exemple.fr", hours: "" };

async function added(actor: Admin | OrganisationAdmin, knownAs = ""): Promise<ServiceId> {
  const made = await addService(actor, { ...card, organisationId: ccas, knownAs });
  if (!made.ok) throw new Error(made.reason);
  return made.value;
}

const rowOf = async (id: ServiceId) => (await database().select().from(services).where(eq(services.id, id)))[0];

describe("the administrator of an organisation", () => {
  it("opens, changes and reopens its services, each written in the journal under who did it", async () => {
    const id = await added(ours);
    await changeService(ours, { serviceId: id, ...card, organisationId: ccas, hours: "le matin" });
    expect(await getService(ours, id)).toMatchObject({ hours: "le matin", organisation: "CCAS" });
    await database().update(services).set({ closedAt: new Date() }).where(eq(services.id, id));
    expect(await reopenService(ours, { serviceId: id })).toMatchObject({ ok: true });
    expect(await verbsOf(id)).toEqual(["service.settled", "service.changed", "service.reopened"]);
  });

  it("takes no name by which the démarches that ship find a service: those are the portal’s to give", async () => {
    await database().update(services).set({ slug: "etat-civil-ancien" }).where(eq(services.id, civil));
    for (const knownAs of ["", "etat-civil", "voirie"])
      expect((await rowOf(await added(ours, knownAs)))?.slug).toMatch(/^ccas-service-etat-civil/);
    expect((await rowOf(await added(portal, "voirie")))?.slug).toBe("voirie");
    await database().update(services).set({ slug: "etat-civil" }).where(eq(services.id, civil));
  });

  it("gives none to another organisation, and takes none from it", async () => {
    const before = await database().select().from(services);
    const refused = { ok: false, reason: "unknown_organisation" };
    expect(await addService(ours, { ...card, organisationId: town, knownAs: "" })).toEqual(refused);
    const aide = await serviceId("aide");
    expect(await changeService(ours, { serviceId: aide, ...card, organisationId: town })).toEqual(refused);
    for (const attempt of [
      () => changeService(ours, { serviceId: civil, ...card, organisationId: ccas }),
      () => reopenService(ours, { serviceId: civil }),
      () => getService(ours, civil),
    ])
      await expect(attempt()).rejects.toThrow("introuvable");
    expect(await database().select().from(services)).toEqual(before);
  });

  it("leaves the organisations to the portal, its own included: the footer and the legal notice name them", async () => {
    for (const id of [ccas, town])
      for (const attempt of [
        () => addOrganisation(ours, { name: "Autre", role: "r", website: "" }),
        () => changeOrganisation(ours, { organisationId: id, name: "Autre", role: "r", website: "" }),
        () => closeOrganisation(ours, { organisationId: id }),
        () => reopenOrganisation(ours, { organisationId: id }),
      ])
        await expect(attempt()).rejects.toThrow("introuvable");
  });

  it("reads the services of that organisation and no other", async () => {
    const lines = await listOrganisations(ours);
    expect(lines.map(({ name }) => name)).toEqual(["CCAS"]);
    const read = [...lines.flatMap((line) => line.services), ...(await listServices(ours))].map(({ id }) => id);
    expect(read).toContain(await serviceId("aide"));
    for (const id of [civil, await serviceId("scolarite")]) expect(read).not.toContain(id);
    expect(await listOpenOrganisations(ours)).toEqual([{ id: ccas, name: "CCAS" }]);
    expect((await listOrganisations(portal)).map(({ name }) => name)).toEqual(["CCAS", "Ville"]);
  });
});
