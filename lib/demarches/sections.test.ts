import { parseStep } from "./answers";
import { inscriptionScolaire } from "@/catalogue/inscription-scolaire";
import { recensementCitoyen } from "@/catalogue/recensement-citoyen";
import type { FormContext } from "./form";
import { allSections } from "./sections";

const context: FormContext = { today: "2026-11-23", isSignedIn: false, relations: [] };
const school = inscriptionScolaire.definition;
const census = recensementCitoyen.definition;
const applicant = {
  "applicant.firstName": "Camille",
  "applicant.lastName": "Durand",
  "applicant.email": "camille@exemple.fr",
  "applicant.address.line": "12 rue des Lilas",
  "applicant.address.postalCode": "80000",
  "applicant.address.commune": "Amiens",
};

describe("the beneficiary", () => {
  const id = "01930000-0000-7000-8000-000000000000";
  const withRelation: FormContext = { ...context, isSignedIn: true, relations: [{ id, label: "Léa Durand" }] };
  const child = {
    "beneficiary.firstName": "Léa",
    "beneficiary.lastName": "Durand",
    "beneficiary.birthDate": "3/5/2021",
    "beneficiary.birthPlace": "Belleval",
  };

  it("asks nothing more of who files for oneself", () => {
    const { errors } = parseStep(census, "informations", { ...applicant, "beneficiary.who": "self" }, {}, withRelation);
    expect(errors).toEqual({});
  });
  it("asks who it is before anything else", () => {
    const { errors } = parseStep(census, "informations", applicant, {}, withRelation);
    expect(Object.keys(errors)).toEqual(["beneficiary.who"]);
  });
  it.each(["new", id])("describes another person: %s", (who) => {
    const { errors } = parseStep(census, "informations", { ...applicant, "beneficiary.who": who }, {}, withRelation);
    expect(Object.keys(errors)).toEqual([
      "beneficiary.firstName",
      "beneficiary.lastName",
      "beneficiary.birthDate",
      "beneficiary.birthPlace",
    ]);
    expect(
      parseStep(census, "informations", { ...applicant, ...child, "beneficiary.who": who }, {}, withRelation).errors,
    ).toEqual({});
  });
  it("asks only for the child where there is no relation to choose", () => {
    const { errors } = parseStep(
      school,
      "informations",
      { ...applicant, ...child, "applicant.phone": "0612345678" },
      {},
      context,
    );
    expect(errors).toEqual({});
    expect(
      allSections(school, context)
        .find(({ key }) => key === "beneficiary")
        ?.fields.map(({ key }) => key),
    ).not.toContain("who");
  });
  it("accepts no other text as a person", () => {
    const { errors } = parseStep(census, "informations", { ...applicant, "beneficiary.who": "x" }, {}, withRelation);
    expect(errors["beneficiary.who"]).toContain("réponses proposées");
  });
});
