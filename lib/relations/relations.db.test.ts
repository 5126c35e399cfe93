import { eq } from "drizzle-orm";
import { relations } from "@/db/schema/relations";
import { addCitizen, journalOf, valueOf } from "@/db/test/citizen-demande";
import type { Citizen } from "@/lib/kernel/actor";
import { database } from "@/lib/kernel/database";
import { addRelation, changeRelation, removeRelation } from "./commands";
import { getRelation, listRelations } from "./queries";
import { addRelationSchema, changeRelationSchema } from "./schema";

let citizen: Citizen;
let other: Citizen;
beforeAll(async () => {
  [citizen, other] = [await addCitizen("mere"), await addCitizen("voisine")];
});

const child = {
  role: "child",
  firstName: "Lou",
  lastName: "Exemple",
  birthDate: { day: "12", month: "mars", year: "2018" },
};
const errorsOf = (input: object) =>
  addRelationSchema.safeParse(input).error?.issues.map(({ path }) => path.join(".")) ?? [];

describe("a relation", () => {
  it("F119: is added, read, changed and removed by its account, each with its line in the journal", async () => {
    const { relationId } = valueOf(await addRelation(citizen, addRelationSchema.parse(child)));
    expect(await listRelations(citizen)).toMatchObject([
      { id: relationId, name: "Lou Exemple", birthDate: "2018-03-12", kind: "natural" },
    ]);
    valueOf(await changeRelation(citizen, changeRelationSchema.parse({ ...child, relationId, firstName: "Louise" })));
    expect((await getRelation(citizen, relationId)).name).toBe("Louise Exemple");
    valueOf(await removeRelation(citizen, { relationId }));
    expect(await listRelations(citizen)).toEqual([]);
    expect((await journalOf(relationId)).map(({ verb }) => verb)).toEqual([
      "relation.added",
      "relation.changed",
      "relation.removed",
    ]);
  });

  it("keeps its commune under the official name, and asks which where the code does not have it", async () => {
    const at = (postalCode: string, commune: string) => addRelationSchema.parse({ ...child, postalCode, commune });
    const { relationId } = valueOf(await addRelation(citizen, at("42000", "st etienne")));
    expect(await getRelation(citizen, relationId)).toMatchObject({ commune: "Saint-Étienne" });
    const wrong = { ...at("80480", "Lille"), relationId };
    const refused = { reason: "invalid", details: { commune: expect.stringContaining("Dury") as string } };
    expect(await changeRelation(citizen, wrong)).toMatchObject(refused);
    expect(await addRelation(citizen, at("80480", ""))).toMatchObject(refused);
    expect(await getRelation(citizen, relationId)).toMatchObject({ postalCode: "42000" });
    valueOf(await changeRelation(citizen, { ...at("99000", "Belleval"), relationId }));
    valueOf(await removeRelation(citizen, { relationId }));
  });

  it("keeps what older rules accepted while something else changes, and judges all that does", async () => {
    const { relationId } = valueOf(await addRelation(citizen, addRelationSchema.parse(child)));
    const old = {
      firstName: "Lou2",
      birthDate: null,
      email: "lou@exemple",
      phone: "+33123",
      addressLine: "3 rue 🏠",
      postalCode: "80480",
      commune: "Commune Réunie",
    };
    await database().update(relations).set(old).where(eq(relations.id, relationId));
    const { birthDate: _, ...shown } = { ...child, ...old, relationId, isBorn: "yes" };
    const change = (more: object) => changeRelation(citizen, changeRelationSchema.parse({ ...shown, ...more }));
    valueOf(await change({ birthPlace: "Lyon" }));
    expect(await getRelation(citizen, relationId)).toMatchObject({ ...old, birthPlace: "Lyon" });
    for (const [path, typed] of Object.entries({
      firstName: "Lou3",
      email: "lou@exempl",
      phone: "+33124",
      addressLine: "4 rue 🏠",
      commune: "Lille",
      siret: "123",
    }))
      expect(await change({ [path]: typed })).toMatchObject({
        reason: "invalid",
        details: { [path]: expect.any(String) as string },
      });
    expect(await change({ firstName: "" })).toMatchObject({ details: { firstName: "Saisissez le prénom." } });
    expect(await change({ role: "company" })).toMatchObject({ reason: "invalid" });
    expect(await getRelation(citizen, relationId)).toMatchObject({ ...old, birthPlace: "Lyon" });
    await expect(changeRelation(other, changeRelationSchema.parse(shown))).rejects.toThrow("introuvable");
    valueOf(await removeRelation(citizen, { relationId }));
  });

  it("is called unborn only when somebody said so", async () => {
    const add = async (more: object) => {
      const input = addRelationSchema.parse({ role: "child", lastName: "Exemple", ...more });
      return (await getRelation(citizen, valueOf(await addRelation(citizen, input)).relationId)).name;
    };
    expect(await add({ isBorn: "no" })).toBe("Enfant à naître Exemple");
    expect(await add({ birthDate: child.birthDate, hasOneName: "yes" })).toBe("Exemple");
    expect(await add({ firstName: "Lou" })).toBe("Lou Exemple");
    await expect(add({ isBorn: "yes", hasOneName: "yes" })).rejects.toThrow(
      "Indiquez la date de naissance de l’enfant.",
    );
  });

  it("is nobody else's", async () => {
    const { relationId } = valueOf(await addRelation(citizen, addRelationSchema.parse(child)));
    await expect(getRelation(other, relationId)).rejects.toThrow("introuvable");
    await expect(changeRelation(other, changeRelationSchema.parse({ ...child, relationId }))).rejects.toThrow(
      "introuvable",
    );
    await expect(removeRelation(other, { relationId })).rejects.toThrow("introuvable");
    expect(await listRelations(other)).toEqual([]);
  });

  it("keeps only what its kind has", async () => {
    const mixed = {
      ...child,
      role: "company",
      legalName: "Exemple SARL",
      siret: "732 829 320 00074",
      rna: "W751234567",
    };
    const { relationId } = valueOf(await addRelation(other, addRelationSchema.parse(mixed)));
    expect(await getRelation(other, relationId)).toMatchObject({
      kind: "legal",
      name: "Exemple SARL",
      siret: "73282932000074",
      rna: "",
      firstName: "",
      birthDate: null,
    });
  });
});

describe("what is typed", () => {
  it.each([
    ["a child without name", { role: "child" }, ["isBorn", "lastName"]],
    ["an unborn child has no first name yet", { role: "child", lastName: "Exemple", isBorn: "no" }, []],
    ["a form sent as it opened says nothing of a birth", { role: "child", lastName: "Exemple" }, ["isBorn"]],
    ["a born child is named", { role: "child", lastName: "Exemple", isBorn: "yes" }, ["firstName"]],
    ["an unborn child has no birth date", { ...child, isBorn: "no" }, ["isBorn"]],
    ["an adult with one name only", { role: "spouse", lastName: "Sukarno", hasOneName: "yes" }, []],
    ["a child with one name only, who was born one day", { ...child, firstName: "", hasOneName: "yes" }, []],
    [
      "a child with one name only, of whom nothing else is said",
      { role: "child", lastName: "Exemple", isBorn: "yes", hasOneName: "yes" },
      ["birthDate"],
    ],
    ["a born one has", { role: "child", lastName: "Exemple", birthDate: child.birthDate }, ["firstName"]],
    ["a spouse", { role: "spouse", lastName: "Exemple" }, ["firstName"]],
    ["no role", { lastName: "Exemple" }, ["role"]],
    ["a date that does not exist", { ...child, birthDate: { day: "31", month: "2", year: "2018" } }, ["birthDate"]],
    ["a company with a wrong SIRET", { role: "company", legalName: "X", siret: "73282932000075" }, ["siret"]],
    ["a company without SIRET", { role: "company", legalName: "X" }, ["siret"]],
    ["an association with neither number", { role: "association", legalName: "X" }, ["rna"]],
    ["an association with its RNA", { role: "association", legalName: "X", rna: "w751 234 567" }, []],
    ["a phone that cannot be one", { ...child, phone: "12" }, ["phone"]],
    ["a postal code of four digits", { ...child, postalCode: "9900" }, ["postalCode"]],
  ])("%s", (_what, input, errors) => {
    expect(errorsOf(input)).toEqual(errors);
  });
});
