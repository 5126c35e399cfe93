import { addCitizen, addDemarche, journalOf, startedDraft, valueOf } from "@/db/test/citizen-demande";
import { buildTown, smallDefinition, type Town } from "@/db/test/filed-demande";
import { attachments } from "@/db/schema/demandes";
import type { Actor, Citizen } from "@/lib/kernel/actor";
import { setClock } from "@/lib/kernel/clock";
import { database } from "@/lib/kernel/database";
import type { DemarcheDefinition } from "@/lib/demarches/form";
import { addRelation, removeRelation } from "@/lib/relations/commands";
import { addRelationSchema } from "@/lib/relations/schema";
import type { DemandeId } from "@/lib/shared/ids";
import { findDemandeById } from "../queries/find-demande";
import { getDraft } from "../queries/find-draft";
import { declareIncomplete } from "./declare-incomplete";
import { declareOnPaper } from "./declare-on-paper";
import { openRevision } from "./open-revision";
import { saveField } from "./save-field";
import { saveStep } from "./save-step";
import { submitDemande } from "./submit-demande";

/** A form for a child, typed or chosen, with a day to come, a box to tick and a document. */
const definition: DemarcheDefinition = {
  ...smallDefinition,
  beneficiary: { roles: ["child"], allowsSelf: false, question: "Quel enfant ?", birth: "none" },
  sections: [
    {
      key: "school",
      title: "L’école",
      fields: [
        { key: "start", type: "date", label: "Date d’entrée", min: "today", max: "+6m" },
        { key: "level", type: "text", label: "Niveau" },
        { key: "oath", type: "consent", label: "J’atteste" },
        { key: "proof", type: "file", label: "Justificatif", document: "identity_card" },
      ],
    },
  ],
};

// Two busy cores make what takes two seconds take ten.
jest.setTimeout(90_000);

let town: Town;
let restoreClock = () => {};
beforeAll(async () => {
  town = await buildTown();
  await addDemarche(town, "ecole", {}, definition);
});
afterEach(() => restoreClock());

const goTo = (day: string) => {
  restoreClock();
  restoreClock = setClock(() => new Date(`${day}T10:00:00Z`));
};
const addChild = async (citizen: Citizen) => {
  const child = {
    role: "child",
    firstName: "Lou",
    lastName: "Exemple",
    birthDate: { day: "1", month: "2", year: "2018" },
  };
  return valueOf(await addRelation(citizen, addRelationSchema.parse({ ...child, birthPlace: "Belleval" }))).relationId;
};
const posted = {
  informations: {
    "applicant.firstName": "Camille",
    "applicant.lastName": "Exemple",
    "applicant.email": "camille@example.org",
    "beneficiary.firstName": "Lou",
    "beneficiary.lastName": "Exemple",
  },
  demande: {
    "school.start.day": "10",
    "school.start.month": "12",
    "school.start.year": "2026",
    "school.level": "CP",
    "school.oath": "on",
  },
};
const save = async (
  actor: Actor,
  demandeId: DemandeId,
  step: "informations" | "demande",
  raw: Record<string, string>,
) => {
  const { edition } = await getDraft(actor, demandeId);
  return valueOf(await saveStep(actor, { demandeId, edition, step, raw, mode: "continue", part: "fields" }));
};
const submit = async (actor: Actor, demandeId: DemandeId) => {
  const { revision } = await getDraft(actor, demandeId);
  return submitDemande(actor, { demandeId, revision, robot: "not_needed" });
};
const fileFor = async (citizen: Citizen, who: Record<string, string> = {}) => {
  goTo("2026-11-20");
  const demandeId = await startedDraft(citizen, "ecole");
  await save(citizen, demandeId, "informations", { ...posted.informations, ...who });
  await save(citizen, demandeId, "demande", posted.demande);
  valueOf(await declareOnPaper(citizen, { demandeId, path: "school.proof", onPaper: true }));
  valueOf(await submit(citizen, demandeId));
  return demandeId;
};
const name = async (demandeId: DemandeId, ...paths: string[]) => {
  const view = await findDemandeById(town.agent, demandeId);
  const items = paths.map((fieldPath) => ({ fieldPath, reason: "incorrect" as const, comment: "" }));
  return declareIncomplete(town.agent, { demandeId, lockVersion: view?.lockVersion ?? 0, reason: "À revoir.", items });
};
const open = async (citizen: Citizen, demandeId: DemandeId) => valueOf(await openRevision(citizen, { demandeId }));

describe("a correction, long after", () => {
  it("is accepted though a child was added to the account, and the day asked for has passed", async () => {
    const citizen = await addCitizen("parent-de-lou");
    const demandeId = await fileFor(citizen);
    await addChild(citizen);
    goTo("2027-12-29");
    expect((await findDemandeById(citizen, demandeId))?.delay?.promise).toMatch(/30.novembre 2026/);
    valueOf(await name(demandeId, "school.level"));
    expect((await findDemandeById(citizen, demandeId))?.delay).toBeNull();
    await open(citizen, demandeId);
    await save(citizen, demandeId, "demande", { "school.level": "CE1" });
    valueOf(await submit(citizen, demandeId));
    expect(await findDemandeById(town.agent, demandeId)).toMatchObject({
      status: "rectified",
      answers: { school: { level: "CE1", start: "2026-12-10" }, beneficiary: { firstName: "Lou" } },
      papers: { labels: ["Justificatif"] },
    });
    expect((await findDemandeById(citizen, demandeId))?.delay?.promise).toMatch(/8.janvier 2028/);
    expect(await journalOf(demandeId, "demande.corrected")).toHaveLength(1);
  });

  it("is accepted though the child chosen is no longer in the account, and shows the name, not an identifier", async () => {
    const citizen = await addCitizen("mere-de-lou");
    const lou = await addChild(citizen);
    const demandeId = await fileFor(citizen, { "beneficiary.who": lou });
    valueOf(await removeRelation(citizen, { relationId: lou }));
    valueOf(await name(demandeId, "beneficiary.lastName"));
    await open(citizen, demandeId);
    expect((await getDraft(citizen, demandeId)).context.relations).toEqual([{ id: lou, label: "Lou Exemple" }]);
    await save(citizen, demandeId, "informations", { "beneficiary.lastName": "Autre" });
    valueOf(await submit(citizen, demandeId));
    expect((await findDemandeById(citizen, demandeId))?.answers.beneficiary).toMatchObject({
      who: lou,
      lastName: "Autre",
    });
  });

  it("takes for a day that was named one that was right when it was filed, or is right today, and no other", async () => {
    const citizen = await addCitizen("pere-de-lou");
    const demandeId = await fileFor(citizen);
    goTo("2027-12-29");
    valueOf(await name(demandeId, "school.start"));
    await open(citizen, demandeId);
    const start = async (year: string, month: string) => {
      const { edition } = await getDraft(citizen, demandeId);
      const value = { "school.start.day": "4", "school.start.month": month, "school.start.year": year };
      return valueOf(await saveField(citizen, { demandeId, edition, path: "school.start", value })).error;
    };
    expect(await start("2027", "1")).toBeNull();
    expect(await start("2027", "9")).toContain("Date d’entrée");
    expect(await start("2028", "1")).toBeNull();
    valueOf(await submit(citizen, demandeId));
  });

  it("is asked of what its author may change: neither a box already ticked, nor a question that was not asked", async () => {
    const citizen = await addCitizen("tuteur-de-lou");
    const demandeId = await fileFor(citizen);
    await addChild(citizen);
    expect(await name(demandeId, "school.oath")).toEqual({ ok: false, reason: "unknown_field" });
    expect(await name(demandeId, "beneficiary.who")).toEqual({ ok: false, reason: "unknown_field" });
  });

  it("still asks a document that the service named", async () => {
    const citizen = await addCitizen("tante-de-lou");
    const demandeId = await fileFor(citizen);
    valueOf(await name(demandeId, "school.proof"));
    await open(citizen, demandeId);
    valueOf(await declareOnPaper(citizen, { demandeId, path: "school.proof", onPaper: false }));
    expect(await submit(citizen, demandeId)).toMatchObject({ ok: false, reason: "invalid" });
    expect(await database().$count(attachments)).toBe(0);
  });
});

describe("a change while it waits, long after", () => {
  it("judges what was touched alone: the whole page may be posted again with a day that has passed", async () => {
    const citizen = await addCitizen("voisine-de-lou");
    const demandeId = await fileFor(citizen);
    await addChild(citizen);
    goTo("2027-12-29");
    await open(citizen, demandeId);
    await save(citizen, demandeId, "informations", posted.informations);
    await save(citizen, demandeId, "demande", { ...posted.demande, "school.level": "CE2" });
    valueOf(await submit(citizen, demandeId));
    expect((await findDemandeById(citizen, demandeId))?.answers.school).toMatchObject({
      level: "CE2",
      start: "2026-12-10",
    });
  });

  it("judges against today what was touched", async () => {
    const citizen = await addCitizen("oncle-de-lou");
    const demandeId = await fileFor(citizen);
    goTo("2027-12-29");
    await open(citizen, demandeId);
    const { edition } = await getDraft(citizen, demandeId);
    const raw = { ...posted.demande, "school.start.day": "11" };
    const step = { demandeId, edition, step: "demande", mode: "continue", part: "fields", raw } as const;
    expect(await saveStep(citizen, step)).toMatchObject({ ok: false, reason: "invalid" });
    expect(await submit(citizen, demandeId)).toMatchObject({ ok: false, reason: "invalid" });
  });
});
