import { parseStep } from "./answers";
import { acteDeNaissance } from "@/catalogue/acte-de-naissance";
import { encombrants } from "@/catalogue/encombrants";
import { inscriptionScolaire } from "@/catalogue/inscription-scolaire";
import type { Answers, DemarcheDefinition, FormContext, RawValues } from "./form";
import { setAnswer } from "./fields/paths";
import { diffAnswers, summarise } from "./summary";

const context: FormContext = { today: "2026-11-23", isSignedIn: false, relations: [] };
const bulky = encombrants.definition;
const school = inscriptionScolaire.definition;
const step = (definition: DemarcheDefinition, raw: RawValues, previous: Answers = {}) =>
  parseStep(definition, "demande", raw, previous, context);

describe("the summary", () => {
  const before = step(bulky, {
    "objets.list.0.kind": "sofa",
    "objets.list.0.quantity": "1",
    "lieu.housing": "house",
    "lieu.needsHelp": "no",
  }).answers;

  it("reads as the form was shown", () => {
    const [, place, objects] = summarise(bulky, before, [], context).slice(0, 3);
    expect(place).toMatchObject({ title: "Où les prendre", step: "demande" });
    expect(objects?.rows[0]).toEqual({
      path: "objets.list.0.kind",
      label: "Type d’objet",
      lines: ["Canapé ou fauteuil"],
      item: "Objet 1",
    });
    expect(place?.rows.map(({ path }) => path)).not.toContain("lieu.floor");
    expect(place?.rows.find(({ path }) => path === "lieu.address")?.lines).toEqual([]);
  });

  it("shows what is not whole yet in the order of its controls, whatever the order in which it was kept", () => {
    const answers = setAnswer({}, "personne.holder", { raw: { lastName: "Exemple", firstName: "Jean" } });
    const rows = summarise(acteDeNaissance.definition, answers, [], context).flatMap((section) => section.rows);
    expect(rows.find(({ path }) => path === "personne.holder")?.lines).toEqual(["Jean Exemple"]);
  });

  it("names the files, or says that the paper will come", () => {
    const files = [{ fieldPath: "pieces.vaccinations", name: "carnet.pdf" }];
    const answers = setAnswer({}, "pieces.familyBook", { onPaper: true });
    const rows = summarise(school, answers, files, context).flatMap((section) => section.rows);
    expect(rows.find(({ path }) => path === "pieces.vaccinations")?.lines).toEqual(["carnet.pdf"]);
    expect(rows.find(({ path }) => path === "pieces.familyBook")?.lines).toEqual(["Sera remis sur papier"]);
  });

  it("tells what changed, appeared and went", () => {
    const after = step(bulky, { "lieu.housing": "flat", "lieu.needsHelp": "yes", "lieu.floor": "3" }, before).answers;
    const changes = diffAnswers(bulky, { answers: before, files: [] }, { answers: after, files: [] }, context);
    expect(changes).toEqual([
      expect.objectContaining({ path: "lieu.housing", before: ["Une maison"], after: ["Un immeuble"] }),
      expect.objectContaining({ path: "lieu.needsHelp", before: ["Non"], after: ["Oui"] }),
      expect.objectContaining({ path: "lieu.floor", before: [], after: ["3"] }),
    ]);
    expect(diffAnswers(bulky, { answers: before, files: [] }, { answers: before, files: [] }, context)).toEqual([]);
  });
});
