import { acteDeNaissance } from "@/catalogue/acte-de-naissance";
import { encombrants } from "@/catalogue/encombrants";
import type { Section } from "@/lib/demarches/form";
import { answersOnPage, visiblePaths } from "@/lib/demarches/visibility";
import { newQuestions } from "./new-questions";

/** What is heard on « Ma demande », whose documents are asked on a page of their own. */
function heard(all: readonly Section[], ...states: readonly [Record<string, string>, Record<string, string>]) {
  const [before, after] = states.map((controls) => visiblePaths(all, answersOnPage(all, controls)));
  const shown = all.map((section) => ({ ...section, fields: section.fields.filter(({ type }) => type !== "file") }));
  return newQuestions(shown, before ?? new Set(), after ?? new Set()).replace("\u00a0", " ");
}

describe("what is said when an answer changes the page", () => {
  const acte = acteDeNaissance.definition.sections;
  const full = { "acte.kind": "full" };

  it("counts the questions that appeared", () => {
    expect(heard(acte, {}, full)).toBe("3 questions ont été ajoutées à la page.");
    expect(heard(acte, full, {})).toBe("Des questions ont été retirées de la page.");
  });

  it("says nothing of a document, which is asked on another page", () => {
    expect(heard(acte, full, { ...full, "acte.relationship": "spouse" })).toBe("");
    expect(heard(acte, { ...full, "acte.relationship": "spouse" }, full)).toBe("");
  });

  it("tells an information from a question", () => {
    const bulky = encombrants.definition.sections;
    expect(heard(bulky, {}, { "objets.volume": "large" })).toBe("Une information a été ajoutée à la page.");
    expect(heard(bulky, {}, { "lieu.housing": "flat" })).toBe("Une question a été ajoutée à la page.");
  });

  it("counts what an item of a group asks", () => {
    const bulky = encombrants.definition.sections;
    const item = { "objets.list.0.kind": "sofa" };
    expect(heard(bulky, item, { "objets.list.0.kind": "other" })).toBe("Une question a été ajoutée à la page.");
  });
});
