import fc from "fast-check";
import { checkDemande, parseStep, submittedAnswers, toFormValues } from "./answers";
import { catalogue } from "@/catalogue/all";
import type { Answers, DemarcheDefinition, FormContext, RawValues } from "./form";
import { fieldPlaces } from "./fields/places";
import { definitionSchema } from "./schema";
import { allSections } from "./sections";
import { summarise } from "./summary";
import { controlNames } from "./values/stored";
import { effectiveAnswers } from "./visibility";

const context: FormContext = { today: "2026-11-23", isSignedIn: false, relations: [] };
const definitions = catalogue.map(({ slug, definition }) => [slug, definitionSchema.parse(definition)] as const);
const odd = fc.oneof(
  fc.string({ unit: "binary" }),
  fc.string(),
  fc.constantFrom(
    "",
    " ",
    "0",
    "-1",
    "31",
    "février",
    "2024",
    "yes",
    "no",
    "on",
    "self",
    "new",
    "__proto__",
    "constructor",
    "\u0000",
    "\ud800",
    "😀",
    "<script>",
    "06 12 34 56 78",
    "12,5",
  ),
);
const typed = fc.oneof(odd, fc.array(odd, { maxLength: 3 }));

/** Controls of the real form with strange texts in them, among others that it does not have. */
function rawFor(definition: DemarcheDefinition): fc.Arbitrary<RawValues> {
  const names = fieldPlaces(allSections(definition, context), {}).flatMap(({ field, path }) =>
    controlNames(field, path),
  );
  const known = fc.dictionary(fc.constantFrom(...names), typed, { maxKeys: 25 });
  const unknown = fc.dictionary(
    fc.oneof(fc.string(), fc.constantFrom("__proto__", "constructor", "_action", "objets.list.7.kind")),
    typed,
    { maxKeys: 4 },
  );
  return fc.tuple(known, unknown).map(([a, b]) => ({ ...b, ...a }));
}

describe.each(definitions)("any input in %s", (_slug, definition) => {
  const both = (raw: RawValues, previous: Answers) => {
    const first = parseStep(definition, "informations", raw, previous, context).answers;
    return parseStep(definition, "demande", raw, first, context).answers;
  };

  it("is read without a failure, and what is stored reads back as itself", () => {
    fc.assert(
      fc.property(rawFor(definition), (raw) => {
        const answers = both(raw, {});
        const again = both(toFormValues(definition, answers, context), answers);
        expect(again).toEqual(answers);
        expect(JSON.parse(JSON.stringify(answers))).toEqual(answers);
        expect(JSON.stringify(answers)).not.toMatch(/\\u0000|\\ud[89a-f]/i);
        summarise(definition, answers, [], context);
        checkDemande(definition, answers, [], context);
        const submitted = submittedAnswers(definition, answers, context);
        expect(effectiveAnswers(allSections(definition, context), submitted)).toEqual(submitted);
      }),
      { numRuns: 60 },
    );
  });

  it("never changes a prototype", () => {
    expect(Object.keys(Object.prototype)).toEqual([]);
  });
});

describe("very long input", () => {
  const megabyte = (unit: string) => unit.repeat(Math.ceil(1_000_000 / unit.length));
  const strange = [
    "a",
    " ",
    "0",
    "é",
    "-",
    "1 ",
    "a@",
    "a.",
    "FR76",
    "W",
    "\u0000",
    "👨‍👩‍👧",
    "a\n",
    "'",
    "/",
    "1/1/",
    "\u0301",
  ];
  it.each(strange)("is read quickly: 1 MB of %j", (unit) => {
    const text = megabyte(unit);
    const started = performance.now();
    for (const [, definition] of definitions.slice(0, 8)) {
      const names = fieldPlaces(allSections(definition, context), {}).flatMap(({ field, path }) =>
        controlNames(field, path),
      );
      const { answers } = parseStep(
        definition,
        "demande",
        Object.fromEntries(names.map((name) => [name, text])),
        {},
        context,
      );
      expect(JSON.stringify(answers).length).toBeLessThan(20_000 * names.length * 6);
    }
    expect(performance.now() - started).toBeLessThan(4_000);
  });
});
