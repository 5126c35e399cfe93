import { parseStep } from "./answers";
import { inscriptionScolaire } from "@/catalogue/inscription-scolaire";
import type { DemarcheDefinition, FormContext, RawValues } from "./form";
import { getAnswer, setAnswer } from "./fields/paths";
import { allSections } from "./sections";
import { answersOnPage, visiblePaths } from "./visibility";

const context: FormContext = { today: "2026-11-23", isSignedIn: false, relations: [] };
const school = inscriptionScolaire.definition;
const step = (definition: DemarcheDefinition, raw: RawValues) => parseStep(definition, "demande", raw, {}, context);

describe("visibility", () => {
  it("hides what depends on something hidden", () => {
    const answers = { scolarite: { wantsAnother: false, otherReason: ["other"], otherDetails: "x" } };
    const paths = visiblePaths(allSections(school, context), answers);
    expect(paths.has("scolarite.otherReason")).toBe(false);
    expect(paths.has("scolarite.otherDetails")).toBe(false);
  });

  it("says the same from the controls of the page as from the answers", () => {
    const sections = allSections(school, context);
    const raw = {
      "scolarite.wantsAnother": "yes",
      "scolarite.otherReason": ["", "other"],
      "parents.situation": "separated",
      "sorties.people.0.link": "other",
    };
    const fromPage = visiblePaths(sections, answersOnPage(sections, raw));
    const fromServer = visiblePaths(sections, step(school, raw).answers);
    expect([...fromPage].sort()).toEqual([...fromServer].sort());
  });
});

describe("paths", () => {
  it("never touch a prototype", () => {
    for (const path of [
      "__proto__.polluted",
      "constructor.prototype.polluted",
      "a.__proto__.polluted",
      "a.constructor.prototype.polluted",
    ])
      setAnswer({ a: {} }, path, "yes");
    expect(({} as { polluted?: string }).polluted).toBeUndefined();
    expect(getAnswer({}, "constructor.name")).toBeUndefined();
    expect(getAnswer({ a: [] }, "a.length.x")).toBeUndefined();
  });
  it("leave what they were given as it was", () => {
    const before = Object.freeze({ a: Object.freeze({ b: 1 }) });
    expect(setAnswer(before, "a.c", 2)).toEqual({ a: { b: 1, c: 2 } });
    expect(setAnswer(before, "a.b", undefined)).toEqual({ a: {} });
    expect(before).toEqual({ a: { b: 1 } });
  });
});
