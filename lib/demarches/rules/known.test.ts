import { parseStep } from "../answers";
import { acteDeMariage } from "@/catalogue/acte-de-mariage";
import { acteDeNaissance } from "@/catalogue/acte-de-naissance";
import { catalogue } from "@/catalogue/all";
import { changementDAdresse } from "@/catalogue/changement-d-adresse";
import { demenagement } from "@/catalogue/demenagement";
import type { Answers, DemarcheDefinition, FormContext, RawValues, SimpleField } from "../form";
import { getAnswer } from "../fields/paths";
import { fillOwn, withOwnValues } from "./known";

const context: FormContext = { today: "2026-11-23", isSignedIn: false, relations: [] };
const acte = acteDeNaissance.definition;
const me: Answers = { applicant: { firstName: "Camille", lastName: "Martin" } };

function posted(raw: RawValues, before: Answers): Answers {
  return fillOwn(acte, parseStep(acte, "demande", raw, before, context).answers, before, context);
}

const ask = (relationship: string, more: RawValues = {}): RawValues => ({
  "acte.kind": "full",
  "acte.relationship": relationship,
  "personne.holder.firstName": "",
  "personne.holder.lastName": "",
  ...more,
});
const holderOf = (answers: Answers) => JSON.stringify(getAnswer(answers, "personne.holder") ?? null);

describe("« C’est mon acte »", () => {
  it("takes the names of « Mes informations », without account too", () => {
    const holder = holderOf(posted(ask("self"), me));
    expect(holder).toContain("Camille");
    expect(holder).toContain("Martin");
  });

  it("leaves names that were typed: those of the birth may be others", () => {
    const names = { "personne.holder.firstName": "Camille, Anne", "personne.holder.lastName": "Petit" };
    expect(holderOf(posted(ask("self", names), me))).toContain("Petit");
  });

  it("keeps the birth that was typed", () => {
    const birth = {
      "personne.holder.birthDate.day": "6",
      "personne.holder.birthDate.month": "1",
      "personne.holder.birthDate.year": "1990",
      "personne.holder.birthPlace": "Amiens",
    };
    expect(getAnswer(posted(ask("self", birth), me), "personne.holder")).toEqual({
      firstName: "Camille",
      lastName: "Martin",
      birthDate: "1990-01-06",
      birthPlace: "Amiens",
    });
  });

  it("gives the names back when the act is somebody else’s after all", () => {
    const own = posted(ask("self"), me);
    const taken = { "personne.holder.firstName": "Camille", "personne.holder.lastName": "Martin" };
    expect(holderOf(posted(ask("ascendant", taken), own))).not.toContain("Martin");
    const child = { "personne.holder.firstName": "Lou", "personne.holder.lastName": "Martin" };
    expect(holderOf(posted(ask("ascendant", child), own))).toContain("Lou");
  });

  it("follows the author who corrects their name", () => {
    const own = posted(ask("self"), me);
    const corrected = { ...own, applicant: { firstName: "Camille", lastName: "Martinet" } };
    expect(holderOf(fillOwn(acte, corrected, own, context))).toContain("Martinet");
  });

  it("takes one name alone where the author has one only", () => {
    const one: Answers = { applicant: { firstName: { waived: true }, lastName: "Sukarno" } };
    expect(holderOf(posted(ask("self"), one))).toContain("hasOneName");
  });

  it("does nothing before the author said who they are", () => {
    expect(holderOf(posted(ask("self"), {}))).toBe("null");
  });
});

describe("« Je suis l’un des époux »", () => {
  const { definition } = acteDeMariage;
  const send = (raw: RawValues, before: Answers) =>
    fillOwn(definition, parseStep(definition, "demande", raw, before, context).answers, before, context);
  const asked = { "acte.kind": "full", "acte.relationship": "spouse" };
  const named = (key: string, answers: Answers) => getAnswer(answers, `mariage.${key}`);

  it("takes the names of its author for one of the two, and leaves the other to be said", () => {
    const answers = send(asked, me);
    expect(named("firstSpouse", answers)).toMatchObject({ raw: { firstName: "Camille", lastName: "Martin" } });
    expect(JSON.stringify(named("secondSpouse", answers) ?? null)).not.toContain("Martin");
  });

  it("says nobody twice: who corrects the names that were taken up is not put in the place of the other", () => {
    const own = send(asked, me);
    const full = { "mariage.firstSpouse.firstName": "Camille, Anne", "mariage.firstSpouse.lastName": "Martin" };
    const answers = send({ ...asked, ...full }, own);
    expect(JSON.stringify(named("firstSpouse", answers))).toContain("Camille, Anne");
    expect(JSON.stringify(named("secondSpouse", answers) ?? null)).not.toContain("Camille");
  });

  it("names nobody for who is no spouse", () => {
    expect(
      JSON.stringify(named("firstSpouse", send({ ...asked, "acte.relationship": "descendant" }, me)) ?? null),
    ).not.toContain("Martin");
  });
});

describe("an address that is most often one’s own", () => {
  const { sections } = demenagement.definition;
  const answers = { applicant: { address: { line: "12 rue des Lilas", postalCode: "80000", commune: "Amiens" } } };

  it("starts as it", () => {
    expect(withOwnValues(sections, {}, answers)).toEqual({
      "jour.address.line": "12 rue des Lilas",
      "jour.address.postalCode": "80000",
      "jour.address.commune": "Amiens",
    });
  });

  it("is left alone as soon as anything stands in it", () => {
    const typed = { "jour.address.postalCode": "80480" };
    expect(withOwnValues(sections, typed, answers)).toEqual(typed);
  });

  it("starts empty where nothing is known", () => {
    expect(withOwnValues(sections, {}, {})).toEqual({});
  });

  it("is the old address of who moves, from the account, though « Mes informations » asks for none", () => {
    const moving = changementDAdresse.definition;
    expect(moving.applicant.address).toBe("none");
    expect(withOwnValues(moving.sections, {}, answers)["adresse.before.line"]).toBe("12 rue des Lilas");
    expect(withOwnValues(moving.sections, {}, answers)["adresse.after.line"]).toBeUndefined();
  });
});

describe("no démarche asks again what an earlier step asked (WCAG 3.3.7)", () => {
  /** Another thing than the author’s. */
  const otherThings = new Set(["manifestation.place"]);
  const asked = ({ applicant }: DemarcheDefinition): Partial<Record<SimpleField["type"], boolean>> => ({
    address: applicant.address !== "none",
    phone: applicant.phone !== "none",
    email: true,
    person: true,
  });
  /** Taken from the author in one press or from the start, or about somebody who is never the author. */
  const isKnown = (field: SimpleField) =>
    field.type === "person"
      ? field.from.length === 0 || field.from.some((who) => who === "account" || who === "spouse")
      : field.isAboutThird === true || ("startsAs" in field && field.startsAs !== undefined);

  it.each(catalogue.map(({ slug, definition }) => [slug, definition] as const))("%s", (_slug, definition) => {
    const again = definition.sections.flatMap(({ key, fields }) =>
      fields
        .filter((field): field is SimpleField => field.type !== "group" && asked(definition)[field.type] === true)
        .filter((field) => !isKnown(field) && !otherThings.has(`${key}.${field.key}`))
        .map((field) => `${key}.${field.key}`),
    );
    expect(again).toEqual([]);
  });
});
