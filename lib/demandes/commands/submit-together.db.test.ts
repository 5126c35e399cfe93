import { eq, inArray, sql } from "drizzle-orm";
import {
  addCitizen,
  addDemarche,
  journalOf,
  newGuest,
  readyDraft,
  valueOf,
  waitingMails,
} from "@/db/test/citizen-demande";
import { buildTown, type Town } from "@/db/test/filed-demande";
import { attachments, demandeEvents, demandeRevisions, demandes } from "@/db/schema/demandes";
import { demarches, demarcheVersions } from "@/db/schema/demarches";
import { agents } from "@/db/schema/staff";
import { outbox } from "@/db/schema/platform";
import type { System } from "@/lib/kernel/actor";
import { clock } from "@/lib/kernel/clock";
import { database } from "@/lib/kernel/database";
import { newId, type DemandeId, type DemarcheVersionId } from "@/lib/shared/ids";
import { findDemande } from "../queries/find-demande";
import { getDraft } from "../queries/find-draft";
import { getDemandeForAgent } from "../queries/get-demande-for-agent";
import { isFileNamed } from "../queries/is-file-named";
import { listDemandes } from "../queries/list-demandes";
import { listDemandeFaults } from "../queries/list-faults";
import { listQueue } from "../queries/list-queue";
import { listQueueDemarches } from "../queries/list-queue-demarches";
import { both, draftFor, filed, numbered, pair, severalServices, slug, submit, together } from "../testing/together";
import { declareIncomplete } from "./declare-incomplete";
import { openRevision } from "./open-revision";
import { readAttachment } from "./read-attachment";
import { rejectDemande } from "./reject-demande";
import { saveStep } from "./save-step";
import { submitDemande } from "./submit-demande";
import { takeCharge } from "./take-charge";
import { withdrawDemande } from "./withdraw-demande";

// Two busy cores make what takes two seconds take ten.
jest.setTimeout(90_000);

const system: System = { kind: "system", job: "test" };
let town: Town;
beforeAll(async () => {
  town = await buildTown();
  await addDemarche(town, slug, {}, severalServices);
});

describe("a form that chooses several services", () => {
  it("makes a demande for each, with its own number, history, journal and option, and the same files", async () => {
    const { first, other } = await pair(town.citizen);
    const ids = [first.id, other.id];
    expect(first).toMatchObject({ status: "pending", serviceId: town.serviceId, revision: 1 });
    expect(other).toMatchObject({ status: "pending", serviceId: town.stranger.serviceIds[0], revision: 1 });
    expect(first.number).not.toBe(other.number);
    expect(other.searchName).toBe("camille exemple");
    const revisions = await database().select().from(demandeRevisions).where(inArray(demandeRevisions.demandeId, ids));
    const chosen = Object.fromEntries(
      revisions.map(({ demandeId, answers }) => [demandeId, (answers.adresse as { services: unknown }).services]),
    );
    expect(chosen).toEqual({ [first.id]: ["registry"], [other.id]: ["school"] });
    const files = await database().select().from(attachments).where(inArray(attachments.demandeId, ids));
    expect(files.map(({ isFrozen, fieldPath }) => [isFrozen, fieldPath])).toEqual(
      Array(2).fill([true, "pieces.proof"]),
    );
    expect(new Set(files.map(({ storageKey }) => storageKey)).size).toBe(1);
    for (const id of ids) {
      expect(await database().select().from(demandeEvents).where(eq(demandeEvents.demandeId, id))).toHaveLength(1);
      expect(await journalOf(id, "demande.submitted")).toHaveLength(1);
    }
    expect(await listDemandeFaults(system)).toEqual([]);
  });

  it("makes one demande for a service chosen twice, and for one service alone nothing but the ordinary", async () => {
    const [alone, ...none] = await filed(town.citizen, ["school", "canteen"]);
    expect(none).toEqual([]);
    expect(alone).toMatchObject({ filingId: null, serviceId: town.stranger.serviceIds[0] });
    const view = await numbered(town.citizen, alone?.id ?? newId<DemandeId>());
    expect(view.answers.adresse).toMatchObject({ services: ["school", "canteen"] });
  });

  it("acknowledges it once, with every number, service and récépissé", async () => {
    const before = await database().$count(outbox);
    const { first, other } = await pair(town.citizen);
    expect(await database().$count(outbox)).toBe(before + 1);
    const letter = (await waitingMails()).at(-1)?.content;
    expect(letter?.subject).toMatch(/^Accusé de réception de vos 2.demandes$/);
    const values = letter?.facts?.map(({ value }) => value) ?? [];
    expect(values).toEqual(expect.arrayContaining([first.number, other.number]));
    expect(values.some((value) => value.startsWith("scolarite, "))).toBe(true);
    expect(letter?.attachments?.map(({ demandeId }) => demandeId)).toEqual([first.id, other.id]);
  });

  it("shows each to its service alone, and both to their owner", async () => {
    const { first, other } = await pair(town.citizen);
    const number = other.number ?? "";
    const view = { view: "all", isMine: false, isLate: false } as const;
    const queue = async (agent: typeof town.agent) => (await listQueue(agent, view)).lines.map(({ number }) => number);
    expect(await queue(town.stranger)).toContain(number);
    expect(await queue(town.stranger)).not.toContain(first.number);
    expect(await queue(town.agent)).toContain(first.number);
    expect(await findDemande(town.agent, number)).toBeNull();
    expect((await getDemandeForAgent(town.stranger, number)).together).toEqual([]);
    expect((await listQueueDemarches(town.stranger)).map((each) => each.slug)).toContain(slug);

    const own = await numbered(town.citizen, first.id);
    expect(own.together).toEqual([{ number, serviceName: "scolarite", statusLabel: "En attente", papers: null }]);
    const listed = (await listDemandes(town.citizen)).items.filter((row) => [first.id, other.id].includes(row.id));
    expect(listed.map(({ recipient }) => recipient).sort()).toEqual(["etat-civil", "scolarite"]);
    await expect(numbered(await addCitizen("autre"), other.id)).rejects.toThrow("not found");
  });

  it("answers the same number to fifty submissions at once, and files each once", async () => {
    const demandeId = await draftFor(town.citizen, slug, { services: both });
    const results = await Promise.all(
      Array.from({ length: 50 }, () => submitDemande(town.citizen, submit(demandeId, { updatesAccount: "yes" }))),
    );
    expect(new Set(results.map((result) => valueOf(result).number)).size).toBe(1);
    expect(await together(demandeId)).toHaveLength(2);
    expect(await listDemandeFaults(system)).toEqual([]);
  });

  it("leaves a draft of the form before to the service of its démarche (X8)", async () => {
    const demarcheId = await addDemarche(town, "avant");
    const demandeId = await readyDraft(town.citizen, "avant");
    const at = clock.now();
    const version = { id: newId<DemarcheVersionId>(), demarcheId, number: 2, definition: severalServices };
    await database()
      .insert(demarcheVersions)
      .values({ ...version, publishedAt: at, createdAt: at });
    expect((await submitDemande(town.citizen, submit(demandeId))).ok).toBe(true);
    expect(await together(demandeId)).toMatchObject([{ serviceId: town.serviceId, filingId: null }]);
  });

  it("leaves nothing when it fails at its last step", async () => {
    const demandeId = await draftFor(town.citizen, slug, { services: both });
    const before = await database().$count(demandes);
    await database().execute(sql`create function refuse_letters() returns trigger language plpgsql as
      $$ begin raise exception 'the disk is full'; end $$`);
    await database().execute(
      sql`create trigger refuse_letters before insert on outbox execute function refuse_letters()`,
    );
    try {
      await expect(submitDemande(town.citizen, submit(demandeId, { updatesAccount: "yes" }))).rejects.toThrow();
    } finally {
      await database().execute(sql`drop trigger refuse_letters on outbox`);
    }
    expect(await database().$count(demandes)).toBe(before);
    expect(await together(demandeId)).toMatchObject([{ status: "draft", number: null, serviceId: town.serviceId }]);
    expect((await submitDemande(town.citizen, submit(demandeId))).ok).toBe(true);
  });

  it("does not know somebody else's draft", async () => {
    const demandeId = await draftFor(town.citizen, slug, { services: both });
    for (const actor of [await addCitizen("curieuse"), newGuest(), town.agent, town.admin])
      await expect(submitDemande(actor, submit(demandeId))).rejects.toThrow("introuvable");
  });
});

describe("a service that nobody reads", () => {
  it("is refused by name, and named to the form before that", async () => {
    const demandeId = await draftFor(town.citizen, slug, { services: ["registry", "library"] });
    expect((await getDraft(town.citizen, demandeId)).context.unreached).toEqual(["bibliotheques"]);
    const result = await submitDemande(town.citizen, submit(demandeId));
    expect(result).toMatchObject({ ok: false, reason: "invalid" });
    expect(!result.ok && result.details?.["adresse.services"]).toContain("Bibliothèques");
  });

  it("is refused once its last agent is gone, even chosen before", async () => {
    const demandeId = await draftFor(town.citizen, slug, { services: both });
    expect((await getDraft(town.citizen, demandeId)).recipients).toEqual(["etat-civil", "scolarite"]);
    const gone = (isActive: boolean) =>
      database().update(agents).set({ isActive }).where(eq(agents.id, town.stranger.agentId));
    await gone(false);
    expect(await submitDemande(town.citizen, submit(demandeId))).toMatchObject({ ok: false, reason: "invalid" });
    await gone(true);
    expect((await submitDemande(town.citizen, submit(demandeId))).ok).toBe(true);
  });
});

describe("each demande lives by itself", () => {
  it("is rejected, withdrawn and corrected without the other", async () => {
    const { first, other } = await pair(town.citizen);
    valueOf(await takeCharge(town.stranger, { demandeId: other.id, lockVersion: 1 }));
    valueOf(await rejectDemande(town.stranger, { demandeId: other.id, lockVersion: 2, reason: "Hors secteur." }));
    expect((await numbered(town.citizen, first.id)).status).toBe("pending");
    valueOf(await withdrawDemande(town.citizen, { demandeId: first.id, reason: "" }));
    expect((await numbered(town.citizen, other.id)).status).toBe("rejected");
    expect(await listDemandeFaults(system)).toEqual([]);
  });

  it("is changed without its choice of services, whatever is posted", async () => {
    const { other } = await pair(town.citizen);
    valueOf(await openRevision(town.citizen, { demandeId: other.id }));
    const draft = await getDraft(town.citizen, other.id);
    const raw = {
      ...{
        "adresse.after.line": "9 rue Neuve",
        "adresse.after.postalCode": "20000",
        "adresse.after.commune": "Ajaccio",
      },
      "adresse.services": ["registry", "library"],
    };
    const step = { demandeId: other.id, step: "demande", mode: "continue", part: "fields" } as const;
    const { edition } = valueOf(await saveStep(town.citizen, { ...step, edition: draft.edition, raw }));
    valueOf(await submitDemande(town.citizen, { ...submit(other.id), revision: 2, edition }));
    const view = await numbered(town.citizen, other.id);
    expect(view.answers.adresse).toMatchObject({ services: ["school"], after: { line: "9 rue Neuve" } });
    expect(await together(other.id)).toHaveLength(2);
  });

  it("may be found wanting for anything but that choice", async () => {
    const { first } = await pair(town.citizen);
    const { flaggable } = await getDemandeForAgent(town.agent, first.number ?? "");
    const paths = flaggable.flatMap(({ rows }) => rows.map(({ path }) => path));
    expect(paths).toContain("adresse.after");
    expect(paths).not.toContain("adresse.services");
    const item = { fieldPath: "adresse.services", reason: "incorrect", comment: "" } as const;
    expect(
      await declareIncomplete(town.agent, { demandeId: first.id, lockVersion: 1, reason: "?", items: [item] }),
    ).toMatchObject({ ok: false, reason: "unknown_field" });
  });

  it("keeps the shared bytes while one demande has them", async () => {
    const { first, other } = await pair(town.citizen);
    const [file] = await database().select().from(attachments).where(eq(attachments.demandeId, other.id));
    if (!file) throw new Error("no file");
    await database().delete(attachments).where(eq(attachments.demandeId, first.id));
    expect(await isFileNamed(system, file.storageKey)).toBe(true);
    expect((await readAttachment(town.stranger, { attachmentId: file.id })).ok).toBe(true);
    await expect(readAttachment(town.agent, { attachmentId: file.id })).rejects.toThrow();
    await database().delete(attachments).where(eq(attachments.demandeId, other.id));
    expect(await isFileNamed(system, file.storageKey)).toBe(false);
  });

  it("takes a place of a quota, or none of them does", async () => {
    const demarcheId = await addDemarche(town, "places-ensemble", { quota: 3 }, severalServices);
    const used = async () =>
      (await database().select({ used: demarches.quotaUsed }).from(demarches).where(eq(demarches.id, demarcheId)))[0]
        ?.used;
    const one = await draftFor(town.citizen, "places-ensemble", { services: both });
    expect((await submitDemande(town.citizen, submit(one))).ok).toBe(true);
    expect(await used()).toBe(2);
    const two = await draftFor(town.citizen, "places-ensemble", { services: both });
    expect(await submitDemande(town.citizen, submit(two))).toMatchObject({ ok: false, reason: "quota_reached" });
    expect(await used()).toBe(2);
    valueOf(await withdrawDemande(town.citizen, { demandeId: one, reason: "" }));
    expect(await used()).toBe(1);
    await addDemarche(town, "une-par-personne", { quotaPerPerson: 1 }, severalServices);
    const three = await draftFor(town.citizen, "une-par-personne", { services: both });
    expect(await submitDemande(town.citizen, submit(three))).toMatchObject({ reason: "personal_quota_reached" });
  });
});
