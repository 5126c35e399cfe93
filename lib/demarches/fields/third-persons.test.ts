import { acteDeNaissance } from "@/catalogue/acte-de-naissance";
import { catalogue } from "@/catalogue/all";
import { inscriptionScolaire } from "@/catalogue/inscription-scolaire";
import { checkDemande, parseStep } from "../answers";
import type { DemarcheDefinition, FormContext } from "../form";
import { publishDemarcheSchema } from "../schema";
import { summarise } from "../summary";
import { findUnlawful, thirdPersonFields } from "./third-persons";

const context: FormContext = { today: "2026-11-23", isSignedIn: true, relations: [] };
const all = catalogue.map(({ slug, definition }) => [slug, definition] as const);
const about =
  /parent|époux|épouse|conjoint|accueill|dans son pays|passeport|décédée|décès|venir chercher|à prévenir en cas|titulaire du livret|enfants inscrits/i;

function answered(definition: DemarcheDefinition, raw: Record<string, string>) {
  const { answers } = parseStep(definition, "demande", raw, {}, context);
  return { answers, errors: checkDemande(definition, answers, [], context) };
}

function rowsOf(definition: DemarcheDefinition, raw: Record<string, string>) {
  const rows = summarise(definition, answered(definition, raw).answers, [], context).flatMap((section) => section.rows);
  return Object.fromEntries(rows.map(({ path, lines }) => [path, lines]));
}

describe("what is asked about somebody who is not there to answer", () => {
  it.each(all)("is compulsory in %s only where a text asks it, or can be waived", (_slug, definition) => {
    expect(findUnlawful(definition)).toEqual([]);
  });

  it.each(all)("is known as such in %s", (_slug, definition) => {
    const known = new Set(thirdPersonFields(definition).map(({ path }) => path));
    const asked = definition.sections.flatMap(({ key, fields }) =>
      fields
        .filter(({ type }) => ["text", "long_text", "phone", "address", "person", "group", "date"].includes(type))
        .filter(({ label }) => about.test(label))
        .map((field) =>
          field.type === "group" ? `${key}.${field.key}.${field.fields[0]?.key}` : `${key}.${field.key}`,
        ),
    );
    expect(asked.filter((path) => !known.has(path))).toEqual([]);
  });

  it("cites an article, a decree or a circular wherever it is compulsory", () => {
    const laws = all.flatMap(([, definition]) => thirdPersonFields(definition).flatMap(({ field }) => field.law ?? []));
    expect(laws.length).toBeGreaterThan(8);
    for (const law of laws) expect(law).toMatch(/^(décret|code|circulaire) .*(articles?|point) /);
  });

  it("keeps a définition that forgets it from being published", () => {
    const { season: _, ...entry } = acteDeNaissance;
    const [section] = entry.definition.sections;
    if (!section) throw new Error("a section");
    const asking = { key: "other", type: "person", label: "Quelqu’un", from: [], asks: [] } as const;
    const definition = { ...entry.definition, sections: [{ ...section, fields: [...section.fields, asking] }] };
    const parsed = publishDemarcheSchema.safeParse({ ...entry, definition });
    expect(JSON.stringify(parsed.error?.issues)).toContain("acte.other: compulsory");
  });
});

describe("who cannot answer is not locked out", () => {
  const school = inscriptionScolaire.definition;
  const apart = { "parents.situation": "separated", "parents.residence": "here" };

  it("files for a child whose other parent is unknown, or must not be found", () => {
    const { errors } = answered(school, {
      ...apart,
      "parents.other.waived": "yes",
      "parents.otherAddress.waived": "yes",
    });
    expect(Object.keys(errors).filter((path) => path.startsWith("parents."))).toEqual([]);
    const rows = rowsOf(school, { ...apart, "parents.other.waived": "yes", "parents.otherAddress.waived": "yes" });
    expect(rows["parents.other"]).toEqual(["Information non connue"]);
    expect(rows["parents.otherAddress"]).toEqual(["Information non connue"]);
  });

  it("keeps what is known of them", () => {
    const raw = { ...apart, "parents.other.lastName": "Martin", "parents.other.waived": "yes" };
    expect(answered(school, raw).errors["parents.other.firstName"]).toBeUndefined();
    expect(rowsOf(school, raw)["parents.other"]).toEqual(["Martin", "Le reste n’est pas connu"]);
    const town = { ...apart, "parents.otherAddress.commune": "Amiens", "parents.otherAddress.waived": "yes" };
    expect(rowsOf(school, town)["parents.otherAddress"]).toEqual(["Amiens", "Le reste n’est pas connu"]);
  });

  it("still asks who is there to answer", () => {
    expect(Object.keys(answered(school, apart).errors)).toEqual(
      expect.arrayContaining(["parents.other.lastName", "parents.otherAddress.line"]),
    );
  });

  const acte = acteDeNaissance.definition;
  const holder = { "acte.kind": "full", "personne.holder.firstName": "Lou", "personne.holder.lastName": "Martin" };

  it("asks an act without the parents’ names, nor the whole birth", () => {
    const raw = { ...holder, "personne.holder.waived": "yes", "personne.firstParent.waived": "yes" };
    const { errors } = answered(acte, raw);
    expect(Object.keys(errors).filter((path) => path.startsWith("personne."))).toEqual([]);
    expect(rowsOf(acte, raw)["personne.holder"]).toEqual(["Lou Martin", "Naissance non connue"]);
    const place = { ...raw, "personne.holder.birthPlace": "Amiens" };
    expect(rowsOf(acte, place)["personne.holder"]?.at(-1)).toBe("Le reste de la naissance n’est pas connu");
  });

  it("says of whom something is missing, of one person or of two", () => {
    const { errors } = answered(acte, { "acte.kind": "full" });
    expect(errors["personne.holder.lastName"]).toBe("Personne dont vous demandez l’acte\u00a0: indiquez le nom.");
    expect(errors["personne.firstParent.lastName"]).toBe("Premier parent\u00a0: indiquez le nom.");
    const alone = answered(acte, { "acte.kind": "withoutParents" }).errors;
    expect(alone["personne.holder.lastName"]).toBe("Personne dont vous demandez l’acte : indiquez le nom.");
  });

  it("does not say « un seul nom » of a person whose name was not given", () => {
    const raw = { ...holder, "personne.firstParent.hasOneName": "yes", "personne.firstParent.waived": "yes" };
    expect(rowsOf(acte, raw)["personne.firstParent"]).toEqual(["Information non connue"]);
  });

  it("is asked the names that find the act all the same", () => {
    const { errors } = answered(acte, { "acte.kind": "full", "personne.holder.waived": "yes" });
    expect(errors["personne.holder.lastName"]).toMatch(/indiquez le nom\.$/);
    expect(errors["personne.holder.birthDate"]).toBeUndefined();
  });
});
