import { eq } from "drizzle-orm";
import { addCitizen, addDemarche, journalOf, readyDraft, startedDraft, valueOf } from "@/db/test/citizen-demande";
import { buildTown, type Town } from "@/db/test/filed-demande";
import { acteDeMariage } from "@/catalogue/acte-de-mariage";
import { shipped } from "@/catalogue/all";
import { demandes } from "@/db/schema/demandes";
import { demarches, demarcheVersions } from "@/db/schema/demarches";
import { services } from "@/db/schema/organisation";
import { submitDemande } from "@/lib/demandes/commands/submit-demande";
import type { Actor, Admin } from "@/lib/kernel/actor";
import { database } from "@/lib/kernel/database";
import { NotFound } from "@/lib/kernel/errors";
import { newId, type DemarcheId, type ServiceId } from "@/lib/shared/ids";
import { findDemarche } from "../queries/find-demarche";
import { getManagedDemarche } from "../queries/list-every-demarche";
import { entrustDemarche, republishDemarche, unpublishDemarche } from "./manage-demarche";
import { publishChosen } from "./publish-shipped";

jest.setTimeout(90_000);

let town: Town;
let admin: Admin;
let school: ServiceId;
beforeAll(async () => {
  town = await buildTown();
  admin = town.admin;
  const [row] = await database().select({ id: services.id }).from(services).where(eq(services.slug, "scolarite"));
  if (!row) throw new Error("no service");
  school = row.id;
});

const strangers = () => [town.agent, town.citizen, { kind: "anonymous", guest: null } satisfies Actor];

describe("a démarche withdrawn", () => {
  it("leaves the catalogue, and what was begun is still filed", async () => {
    const demarcheId = await addDemarche(town, "retiree");
    const citizen = await addCitizen("withdrawn");
    const demandeId = await readyDraft(citizen, "retiree");
    expect(await unpublishDemarche(admin, { demarcheId })).toEqual({ ok: true, value: demarcheId });
    expect(await findDemarche("retiree")).toBeNull();
    await expect(startedDraft(citizen, "retiree")).rejects.toThrow(NotFound);
    valueOf(await submitDemande(citizen, { demandeId, revision: 1, robot: "passed" }));
    expect(await journalOf(demarcheId, "demarche.unpublished")).toMatchObject([
      { actorKind: "admin", actorId: admin.agentId, details: { slug: "retiree" } },
    ]);
    expect(await unpublishDemarche(admin, { demarcheId })).toEqual({ ok: false, reason: "not_published" });
    expect(await journalOf(demarcheId, "demarche.unpublished")).toHaveLength(1);
  });

  it("comes back as the town had it", async () => {
    const demarcheId = await addDemarche(town, "revenue", { title: "Titre de la ville", isPublished: false });
    expect(await republishDemarche(admin, { demarcheId })).toEqual({ ok: true, value: demarcheId });
    expect(await findDemarche("revenue")).toMatchObject({ title: "Titre de la ville" });
    expect(await journalOf(demarcheId, "demarche.published")).toMatchObject([{ details: { version: 1 } }]);
    expect(await republishDemarche(admin, { demarcheId })).toEqual({ ok: false, reason: "already_published" });
  });

  it("is not put back without a form", async () => {
    const demarcheId = await addDemarche(town, "sans-formulaire", { isPublished: false });
    await database().delete(demarcheVersions).where(eq(demarcheVersions.demarcheId, demarcheId));
    expect(await republishDemarche(admin, { demarcheId })).toEqual({ ok: false, reason: "no_version" });
    expect(await findDemarche("sans-formulaire")).toBeNull();
  });

  it("is the administrators' alone, and must exist", async () => {
    const demarcheId = await addDemarche(town, "gardee");
    for (const actor of strangers()) {
      await expect(unpublishDemarche(actor, { demarcheId })).rejects.toThrow(NotFound);
      await expect(republishDemarche(actor, { demarcheId })).rejects.toThrow(NotFound);
    }
    await expect(unpublishDemarche(admin, { demarcheId: newId<DemarcheId>() })).rejects.toThrow(NotFound);
    expect(await findDemarche("gardee")).not.toBeNull();
  });
});

describe("a démarche entrusted to a service", () => {
  const serviceOf = async (id: Awaited<ReturnType<typeof startedDraft>>) =>
    (await database().select({ serviceId: demandes.serviceId }).from(demandes).where(eq(demandes.id, id)))[0]
      ?.serviceId;

  it("sends it what is filed from then on, and leaves what was", async () => {
    const demarcheId = await addDemarche(town, "confiee");
    const citizen = await addCitizen("entrusted");
    const [filed, draft] = [await readyDraft(citizen, "confiee"), await readyDraft(citizen, "confiee")];
    valueOf(await submitDemande(citizen, { demandeId: filed, revision: 1, robot: "passed" }));
    expect(await entrustDemarche(admin, { demarcheId, serviceId: school })).toEqual({ ok: true, value: demarcheId });
    valueOf(await submitDemande(citizen, { demandeId: draft, revision: 1, robot: "passed" }));
    expect(await serviceOf(filed)).not.toBe(school);
    expect(await serviceOf(draft)).toBe(school);
    expect(await getManagedDemarche(admin, demarcheId)).toMatchObject({ serviceId: school });
    expect(await journalOf(demarcheId, "demarche.entrusted")).toMatchObject([
      { actorKind: "admin", details: { service: school } },
    ]);
  });

  it("refuses the one that has it, one that is closed, one that is not there", async () => {
    const demarcheId = await addDemarche(town, "restee", { serviceId: school });
    const closed = await addDemarche(town, "autre").then((id) => getManagedDemarche(admin, id));
    expect(await entrustDemarche(admin, { demarcheId, serviceId: school })).toMatchObject({ reason: "unchanged" });
    const absent = newId<ServiceId>();
    expect(await entrustDemarche(admin, { demarcheId, serviceId: absent })).toMatchObject({
      reason: "unknown_service",
    });
    await database().update(services).set({ closedAt: new Date() }).where(eq(services.id, closed.serviceId));
    const { serviceId } = closed;
    expect(await entrustDemarche(admin, { demarcheId, serviceId })).toMatchObject({ reason: "unknown_service" });
    await database().update(services).set({ closedAt: null }).where(eq(services.id, serviceId));
    expect(await journalOf(demarcheId, "demarche.entrusted")).toEqual([]);
  });

  it("is not entrusted from a page that shows another service than the one that answers now", async () => {
    const demarcheId = await addDemarche(town, "confiee-deux-fois");
    const { entrustedVersion: seen, serviceId } = await getManagedDemarche(admin, demarcheId);
    valueOf(await entrustDemarche(admin, { demarcheId, serviceId: school }, seen));
    const { entrustedVersion: stands } = await getManagedDemarche(admin, demarcheId);
    const late = { demarcheId, serviceId };
    expect(await entrustDemarche(admin, late, seen)).toEqual({
      ...{ ok: false, reason: "changed_meanwhile", details: { version: stands } },
    });
    expect(await getManagedDemarche(admin, demarcheId)).toMatchObject({ serviceId: school });
    expect(await entrustDemarche(admin, late, stands)).toEqual({ ok: true, value: demarcheId });
    expect(await journalOf(demarcheId, "demarche.entrusted")).toHaveLength(2);
  });

  it("is the administrators' alone", async () => {
    const demarcheId = await addDemarche(town, "non-confiee");
    for (const actor of strangers())
      await expect(entrustDemarche(actor, { demarcheId, serviceId: school })).rejects.toThrow(NotFound);
  });
});

describe("démarches chosen among those that ship", () => {
  const rowsOf = (slug: string) => database().select().from(demarches).where(eq(demarches.slug, slug));
  const choose = (slugs: string[], service = "") => publishChosen(admin, shipped, { demarches: slugs, service });

  it("are published for the service that each names, or the one that is chosen, and written in the journal", async () => {
    expect(await choose(["acte-de-naissance"])).toEqual({ ok: true, value: 1 });
    expect(await choose(["acte-de-mariage", "acte-de-naissance"], "scolarite")).toEqual({ ok: true, value: 1 });
    expect(await rowsOf("acte-de-mariage")).toMatchObject([{ isPublished: true, serviceId: school }]);
    const [birth] = await rowsOf("acte-de-naissance");
    expect(birth).toMatchObject({ isPublished: true });
    expect(birth?.serviceId).not.toBe(school);
    expect(await journalOf(birth?.id ?? "", "demarche.published")).toMatchObject([
      { actorKind: "admin", actorId: admin.agentId },
    ]);
  });

  it("leave what the town has as it has it, changed or withdrawn", async () => {
    await choose(["acte-de-mariage"]);
    const changed = { title: "Titre de la ville", isPublished: false };
    await database().update(demarches).set(changed).where(eq(demarches.slug, acteDeMariage.slug));
    expect(await choose(["acte-de-mariage"])).toEqual({ ok: false, reason: "already_there" });
    expect(await rowsOf("acte-de-mariage")).toMatchObject([changed]);
  });

  it("are none where one has nobody to answer, or does not ship", async () => {
    expect(await choose(["acte-de-deces", "composteur"])).toMatchObject({ ok: false, reason: "unknown_service" });
    expect(await choose(["acte-de-deces", "acte"])).toEqual({ ok: false, reason: "unknown_demarche" });
    expect(await choose(["acte-de-deces"], "inconnu")).toMatchObject({ ok: false, reason: "unknown_service" });
    expect(await rowsOf("acte-de-deces")).toEqual([]);
  });

  it("are the administrators' choice alone", async () => {
    for (const actor of strangers())
      await expect(publishChosen(actor, shipped, { demarches: ["acte-de-deces"], service: "" })).rejects.toThrow(
        NotFound,
      );
  });
});
