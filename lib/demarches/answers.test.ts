import { checkDemande, parseField, parseStep, submittedAnswers, toFormValues } from "./answers";
import { acteDeNaissance } from "@/catalogue/acte-de-naissance";
import { encombrants } from "@/catalogue/encombrants";
import { inscriptionScolaire } from "@/catalogue/inscription-scolaire";
import type { Answers, DemarcheDefinition, FormContext, RawValues } from "./form";
import { getAnswer, setAnswer } from "./fields/paths";

const context: FormContext = { today: "2026-11-23", isSignedIn: false, relations: [] };
const birth = acteDeNaissance.definition;
const school = inscriptionScolaire.definition;
const bulky = encombrants.definition;

const applicant = {
  "applicant.firstName": "Camille",
  "applicant.lastName": "Durand",
  "applicant.email": "camille@exemple.fr",
  "applicant.address.line": "12 rue des Lilas",
  "applicant.address.postalCode": "80000",
  "applicant.address.commune": "Amiens",
};
const ownBirth = {
  "acte.kind": "full",
  "acte.copies": "1",
  "acte.relationship": "self",
  "personne.holder.firstName": "Camille",
  "personne.holder.lastName": "Durand",
  "personne.holder.birthDate.day": "3",
  "personne.holder.birthDate.month": "mars",
  "personne.holder.birthDate.year": "1990",
  "personne.holder.birthPlace": "Belleval",
  "personne.firstParent.firstName": "Dominique",
  "personne.firstParent.lastName": "Durand",
};
const step = (definition: DemarcheDefinition, raw: RawValues, previous: Answers = {}) =>
  parseStep(definition, "demande", raw, previous, context);

describe("a whole demande", () => {
  const informations = parseStep(birth, "informations", applicant, {}, context);
  const filled = step(birth, ownBirth, informations.answers);

  it("is read step by step without an error", () => {
    expect(informations.errors).toEqual({});
    expect(filled.errors).toEqual({});
    expect(checkDemande(birth, filled.answers, [], context)).toEqual({});
    expect(getAnswer(filled.answers, "personne.holder")).toMatchObject({ birthDate: "1990-03-03" });
  });

  it("says everything that is missing, in the order of the steps", () => {
    expect(Object.keys(checkDemande(birth, {}, [], context))).toEqual([
      "applicant.firstName",
      "applicant.lastName",
      "applicant.email",
      "applicant.address.line",
      "applicant.address.postalCode",
      "applicant.address.commune",
      "acte.kind",
      "acte.copies",
      "personne.holder.firstName",
      "personne.holder.lastName",
      "personne.holder.birthPlace",
      "personne.holder.birthDate",
    ]);
  });

  it("asks for a document only of those whom it concerns, and takes a file or a promise on paper", () => {
    const child = setAnswer(filled.answers, "acte.relationship", "descendant");
    expect(Object.keys(checkDemande(birth, child, [], context))).toEqual(["pieces.link"]);
    expect(checkDemande(birth, child, [{ fieldPath: "pieces.link" }], context)).toEqual({});
    expect(checkDemande(birth, setAnswer(child, "pieces.link", { onPaper: true }), [], context)).toEqual({});
    expect(Object.keys(checkDemande(birth, setAnswer(child, "pieces.link", { onPaper: false }), [], context))).toEqual([
      "pieces.link",
    ]);
  });

  it("leaves at submission what no longer applies, and keeps it while drafting", () => {
    const simpler = step(birth, { "acte.kind": "withoutParents" }, filled.answers).answers;
    expect(getAnswer(simpler, "personne.firstParent")).toBeDefined();
    const submitted = submittedAnswers(birth, simpler, context);
    expect(getAnswer(submitted, "personne.firstParent")).toBeUndefined();
    expect(getAnswer(submitted, "acte.relationship")).toBeUndefined();
    expect(getAnswer(submittedAnswers(birth, { ...simpler, unknown: { a: 1 } }, context), "unknown")).toBeUndefined();
  });
});

describe("parseStep", () => {
  it("keeps what was typed and could not be understood, and gives it back", () => {
    const raw = {
      ...ownBirth,
      "acte.copies": "deux",
      "personne.holder.birthDate.month": "2",
      "personne.holder.birthDate.day": "31",
    };
    const { answers, errors } = step(birth, raw);
    expect(Object.keys(errors)).toEqual(["acte.copies", "personne.holder.birthDate"]);
    expect(getAnswer(answers, "acte.copies")).toEqual({ raw: "deux" });
    expect(toFormValues(birth, answers, context)).toMatchObject({
      "acte.copies": "deux",
      "personne.holder.birthDate.day": "31",
      "personne.holder.birthDate.month": "2",
      "personne.holder.firstName": "Camille",
    });
    expect(Object.keys(checkDemande(birth, answers, [], context))).toContain("acte.copies");
  });

  it("keeps the previous answer of a control that was not posted, and empties one that was posted empty", () => {
    const before = step(birth, ownBirth).answers;
    expect(getAnswer(step(birth, { "acte.kind": "full" }, before).answers, "acte.copies")).toBe(1);
    expect(getAnswer(step(birth, { "acte.copies": "" }, before).answers, "acte.copies")).toBeUndefined();
  });

  it("unticks a box that was shown and is no longer posted", () => {
    const ticked = step(school, { "engagement.authority": "yes", "scolarite.wantsAnother": "yes" }).answers;
    expect(getAnswer(ticked, "engagement.authority")).toBe(true);
    expect(
      getAnswer(step(school, { "scolarite.wantsAnother": "yes" }, ticked).answers, "engagement.authority"),
    ).toBeUndefined();
  });

  it("does not untick a box that was hidden", () => {
    const ticked = step(school, { "scolarite.wantsAnother": "yes", "scolarite.otherReason": ["sibling"] }).answers;
    const hidden = step(
      school,
      { "scolarite.wantsAnother": "no", "scolarite.otherReason": ["sibling"] },
      ticked,
    ).answers;
    const back = step(school, { "scolarite.wantsAnother": "yes" }, hidden).answers;
    expect(getAnswer(back, "scolarite.otherReason")).toEqual(["sibling"]);
  });

  it("does not judge documents, which are asked apart", () => {
    const { errors } = step(school, {});
    expect(Object.keys(errors).filter((path) => path.startsWith("pieces."))).toEqual([]);
  });

  it("ignores names that the form does not have", () => {
    const { answers } = step(birth, {
      "acte.unknown": "x",
      "other.field": "y",
      "applicant.firstName": "Z",
      "__proto__.x": "1",
    });
    expect(answers).toEqual({});
  });
});

describe("repeatable groups", () => {
  const raw = {
    "objets.list.0.kind": "sofa",
    "objets.list.0.quantity": "1",
    "objets.list.1.kind": "other",
    "objets.list.1.quantity": "x",
  };

  it("reads items with conditions between siblings", () => {
    const { answers, errors } = step(bulky, raw);
    expect(getAnswer(answers, "objets.list")).toEqual([
      { kind: "sofa", quantity: 1 },
      { kind: "other", quantity: { raw: "x" } },
    ]);
    expect(Object.keys(errors).filter((path) => path.startsWith("objets.list"))).toEqual([
      "objets.list.1.details",
      "objets.list.1.quantity",
    ]);
  });

  it("adds and removes an item, keeping what was typed in the same post", () => {
    const added = step(bulky, { ...raw, _action: "add:objets.list" }).answers;
    expect(getAnswer(added, "objets.list")).toHaveLength(3);
    const removed = step(bulky, { ...raw, _action: "remove:objets.list.0" }, added).answers;
    expect(getAnswer(removed, "objets.list")).toEqual([{ kind: "other", quantity: { raw: "x" } }, {}]);
  });

  it("names every control of its items, so that the page knows how many there are", () => {
    const values = toFormValues(bulky, step(bulky, { _action: "add:objets.list" }).answers, context);
    expect(values).toMatchObject({
      "objets.list.0.kind": "",
      "objets.list.0.details": "",
      "objets.list.1.quantity": "",
    });
    expect(Object.keys(values).some((name) => name.startsWith("objets.list.2."))).toBe(false);
  });

  it("never goes over the maximum", () => {
    let { answers } = step(bulky, raw);
    for (let i = 0; i < 20; i++) answers = step(bulky, { _action: "add:objets.list" }, answers).answers;
    expect(getAnswer(answers, "objets.list")).toHaveLength(10);
    const many = Object.fromEntries(Array.from({ length: 200 }, (_, i) => [`objets.list.${i}.kind`, "sofa"]));
    expect(getAnswer(step(bulky, many).answers, "objets.list")).toHaveLength(10);
  });

  it.each([
    "add:objets.unknown",
    "remove:objets.list.99",
    "add:__proto__.list",
    "remove:objets.list.",
    "drop:objets.list",
    "add:objets.list.0.x",
    ["add:objets.list"],
  ])("changes nothing for the intent %j", (_action) => {
    const before = step(bulky, raw).answers;
    expect(getAnswer(step(bulky, { _action }, before).answers, "objets.list")).toEqual(
      getAnswer(before, "objets.list"),
    );
  });

  it("asks the first item where one is required, and lets an empty one go", () => {
    expect(Object.keys(step(bulky, {}).errors)).toEqual(
      expect.arrayContaining(["objets.list.0.kind", "objets.list.0.quantity"]),
    );
    const withEmpty = step(bulky, { ...raw, _action: "add:objets.list" }).answers;
    expect(Object.keys(checkDemande(bulky, withEmpty, [], context))).not.toContain("objets.list.2.kind");
    expect(getAnswer(submittedAnswers(bulky, withEmpty, context), "objets.list")).toHaveLength(2);
  });
});

describe("parseField", () => {
  it("reads one field for autosave", () => {
    expect(parseField(birth, "acte.copies", { "acte.copies": "2" }, context)).toEqual({ value: 2, errors: {} });
    expect(parseField(birth, "acte.copies", { "acte.copies": "" }, context)).toEqual({ value: undefined, errors: {} });
    expect(parseField(birth, "acte.copies", { "acte.copies": "9" }, context)).toMatchObject({
      value: { raw: "9" },
      error: expect.stringContaining("3 au plus") as string,
    });
    expect(parseField(bulky, "objets.list.1.kind", { "objets.list.1.kind": "bed" }, context)).toEqual({
      value: "bed",
      errors: {},
    });
    expect(parseField(birth, "applicant.phone", { "applicant.phone": "06 12 34 56 78" }, context)).toEqual({
      value: "+33612345678",
      errors: {},
    });
  });
  it.each([
    "acte.nope",
    "acte",
    "",
    "pieces.link",
    "objets.list.99.kind",
    "objets.list.0",
    "acte.kind.x",
    "__proto__.x",
    "constructor.name",
  ])("has no field %j", (path) =>
    expect(parseField(path.startsWith("objets") ? bulky : birth, path, { [path]: "x" }, context)).toBeNull(),
  );
});
