import { addCitizen, addDemarche, startedDraft, valueOf } from "@/db/test/citizen-demande";
import { buildTown, smallDefinition, type Town } from "@/db/test/filed-demande";
import type { Citizen } from "@/lib/kernel/actor";
import type { DemarcheDefinition } from "@/lib/demarches/form";
import { addRelation, removeRelation } from "@/lib/relations/commands";
import { addRelationSchema } from "@/lib/relations/schema";
import type { DemandeId, RelationId } from "@/lib/shared/ids";
import { findDemandeById } from "../queries/find-demande";
import { getDraft } from "../queries/find-draft";
import { saveField } from "./save-field";
import { saveStep } from "./save-step";
import { submitDemande } from "./submit-demande";

const definition: DemarcheDefinition = {
  ...smallDefinition,
  beneficiary: { roles: ["child"], allowsSelf: true, question: "Pour qui ?", birth: "required" },
  sections: [{ key: "act", title: "L’acte", fields: [{ key: "copies", type: "number", label: "Nombre de copies" }] }],
};

// Two busy cores make what takes two seconds take ten.
jest.setTimeout(90_000);

let town: Town;
beforeAll(async () => {
  town = await buildTown();
  await addDemarche(town, "foyer", {}, definition);
});

const child = async (citizen: Citizen, firstName: string): Promise<RelationId> => {
  const born = {
    role: "child",
    lastName: "Exemple",
    birthDate: { day: "1", month: "2", year: "2018" },
    birthPlace: "Belleval",
  };
  return valueOf(await addRelation(citizen, addRelationSchema.parse({ ...born, firstName }))).relationId;
};
const choose = async (citizen: Citizen, demandeId: DemandeId, who: string) => {
  const { edition } = await getDraft(citizen, demandeId);
  return valueOf(
    await saveField(citizen, { demandeId, edition, path: "beneficiary.who", value: { "beneficiary.who": who } }),
  );
};
const beneficiaryOf = async (citizen: Citizen, demandeId: DemandeId) =>
  (await getDraft(citizen, demandeId)).answers.beneficiary;
const save = async (citizen: Citizen, demandeId: DemandeId, raw: Record<string, string>) => {
  const { edition } = await getDraft(citizen, demandeId);
  const step = { demandeId, edition, step: "informations", mode: "save", part: "fields" } as const;
  return valueOf(await saveStep(citizen, { ...step, raw }));
};
const finish = async (citizen: Citizen, demandeId: DemandeId) => {
  const { edition } = await getDraft(citizen, demandeId);
  const step = { demandeId, edition, step: "demande", mode: "save", part: "fields" } as const;
  valueOf(await saveStep(citizen, { ...step, raw: { "act.copies": "1" } }));
  return submitDemande(citizen, { demandeId, revision: 1, robot: "not_needed" });
};

describe("a member of the household as beneficiary (F26, F120)", () => {
  it("fills the form from the relation, and from another one when another is chosen", async () => {
    const citizen = await addCitizen("parente");
    const [lou, noa] = [await child(citizen, "Lou"), await child(citizen, "Noa")];
    const demandeId = await startedDraft(citizen, "foyer");
    expect((await getDraft(citizen, demandeId)).context.relations).toEqual([
      { id: lou, label: "Lou Exemple" },
      { id: noa, label: "Noa Exemple" },
    ]);
    await choose(citizen, demandeId, lou);
    expect(await beneficiaryOf(citizen, demandeId)).toMatchObject({
      who: lou,
      firstName: "Lou",
      birthDate: "2018-02-01",
    });
    await choose(citizen, demandeId, noa);
    expect(await beneficiaryOf(citizen, demandeId)).toMatchObject({ who: noa, firstName: "Noa" });
  });

  it("keeps the copy when the page shows none of it, also of somebody removed since", async () => {
    const citizen = await addCitizen("nourrice");
    const lou = await child(citizen, "Lou");
    const demandeId = await startedDraft(citizen, "foyer");
    await choose(citizen, demandeId, lou);
    for (const gone of [false, true]) {
      if (gone) valueOf(await removeRelation(citizen, { relationId: lou }));
      const parts = ["firstName", "lastName", "birthDate.day", "birthDate.month", "birthDate.year", "birthPlace"];
      const empty = Object.fromEntries(parts.map((part) => [`beneficiary.${part}`, ""]));
      await save(citizen, demandeId, { "beneficiary.who": lou, ...empty });
      expect(await beneficiaryOf(citizen, demandeId)).toMatchObject({ who: lou, firstName: "Lou" });
    }
  });

  it("knows nothing of whoever is described in the place of a relation: neither saved alone nor with the page", async () => {
    const citizen = await addCitizen("marraine");
    const lou = await child(citizen, "Lou");
    const demandeId = await startedDraft(citizen, "foyer");
    await choose(citizen, demandeId, lou);
    await choose(citizen, demandeId, "new");
    expect(await beneficiaryOf(citizen, demandeId)).toEqual({ who: "new" });
    await choose(citizen, demandeId, lou);
    await save(citizen, demandeId, { "beneficiary.who": "new", "beneficiary.firstName": "Ana" });
    expect(await beneficiaryOf(citizen, demandeId)).toMatchObject({ who: "new", firstName: "Ana" });
  });

  it("F6: keeps its own copy, and the name of who was removed afterwards", async () => {
    const citizen = await addCitizen("mere-de-lou");
    const lou = await child(citizen, "Lou");
    const demandeId = await startedDraft(citizen, "foyer");
    await choose(citizen, demandeId, lou);
    const { demandeId: filed } = valueOf(await finish(citizen, demandeId));
    valueOf(await removeRelation(citizen, { relationId: lou }));
    expect(await findDemandeById(citizen, filed)).toMatchObject({
      beneficiaryName: "Lou Exemple",
      context: { relations: [{ id: lou, label: "Lou Exemple" }] },
    });
  });

  it("goes on when a box was ticked for a member of the household", async () => {
    const consent = { key: "oath", type: "consent", label: "J’atteste" } as const;
    const sections = [{ key: "act", title: "L’acte", fields: [consent] }];
    await addDemarche(town, "foyer-atteste", {}, { ...definition, sections });
    const citizen = await addCitizen("tante");
    const demandeId = await startedDraft(citizen, "foyer-atteste");
    await choose(citizen, demandeId, await child(citizen, "Lou"));
    const step = { demandeId, step: "demande", mode: "continue", part: "fields" } as const;
    const { edition } = await getDraft(citizen, demandeId);
    expect(await saveStep(citizen, { ...step, edition, raw: {} })).toMatchObject({ ok: false, reason: "invalid" });
    valueOf(await saveStep(citizen, { ...step, edition: edition + 1, raw: { "act.oath": "on" } }));
  });

  it("refuses somebody else’s relation, and one removed before filing", async () => {
    const [citizen, other] = [await addCitizen("pere"), await addCitizen("etranger")];
    const theirs = await child(other, "Secret");
    const demandeId = await startedDraft(citizen, "foyer");
    await choose(citizen, demandeId, theirs);
    expect(JSON.stringify(await beneficiaryOf(citizen, demandeId))).not.toContain("Secret");
    const refused = await finish(citizen, demandeId);
    expect(refused).toMatchObject({ ok: false, reason: "invalid", details: { "beneficiary.who": expect.any(String) } });
    const mine = await child(citizen, "Mia");
    await choose(citizen, demandeId, mine);
    valueOf(await removeRelation(citizen, { relationId: mine }));
    expect(await finish(citizen, demandeId)).toMatchObject({
      ok: false,
      details: { "beneficiary.who": expect.any(String) },
    });
  });
});
