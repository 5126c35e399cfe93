import { catalogue } from "@/catalogue/all";
import { findProblems } from "./fields/definition-problems";
import type { DemarcheDefinition, Field, Section } from "./form";
import { definitionSchema, publishDemarcheSchema } from "./schema";

const base = catalogue[0]?.definition as DemarcheDefinition;
const withSections = (...sections: Section[]): DemarcheDefinition => ({ ...base, sections });
const section = (key: string, ...fields: Field[]): Section => ({ key, title: key, fields });
const text = (key: string, more: Partial<Field> = {}) => ({ key, type: "text", label: key, ...more }) as Field;
const messages = (definition: unknown) => {
  const parsed = definitionSchema.safeParse(definition);
  return parsed.success ? [] : parsed.error.issues.map(({ message }) => message);
};

describe("the catalogue that ships", () => {
  it("holds at least twelve démarches, each under its own slug", () => {
    expect(catalogue.length).toBeGreaterThanOrEqual(12);
    expect(new Set(catalogue.map(({ slug }) => slug)).size).toBe(catalogue.length);
  });
  it.each(catalogue.map((entry) => [entry.slug, entry] as const))("publishes %s", (_slug, { season: _, ...entry }) => {
    const parsed = publishDemarcheSchema.safeParse(entry);
    expect(parsed.error?.issues ?? []).toEqual([]);
  });
  it.each(catalogue.map((entry) => [entry.slug, entry] as const))("writes %s as French is written", (_slug, entry) => {
    const sentences = JSON.stringify(entry).match(/"[^"]*"/g) ?? [];
    expect(sentences.filter((sentence) => / [?!;:](?=[\s"])|[a-zà-ÿ]'[a-zà-ÿ]|« | »/i.test(sentence))).toEqual([]);
  });
});

describe("a definition that promises", () => {
  const { season: _, ...entry } = catalogue[0] ?? {};
  const published = (maxDays: number, silenceMonths: number) =>
    publishDemarcheSchema.safeParse({ ...entry, definition: { ...base, maxDays, silenceMonths } });
  it("is refused when the law decides before the promised day", () => {
    expect(published(61, 2).error?.issues.map(({ message }) => message)).toEqual([
      "maxDays: 61 days promised, the law decides after 2 months",
    ]);
    expect(published(60, 2).success).toBe(true);
  });
});

describe("a definition", () => {
  it("has no type that the engine does not know", () => {
    expect(
      messages(withSections(section("a", { key: "b", type: "signature", label: "B" } as unknown as Field))),
    ).not.toEqual([]);
  });
  it.each(["Été", "a.b", "constructor", "__proto__", "raw", "", "1a", "a b"])("refuses the key %j", (key) => {
    expect(messages(withSections(section("a", text(key))))).not.toEqual([]);
  });
  it("has unique keys", () => {
    expect(findProblems(withSections(section("a", text("b"), text("b"))))).toEqual(["a.b: twice"]);
    expect(findProblems(withSections(section("a", text("b")), section("a", text("c"))))).toContain("section a: twice");
  });
  it("keeps the sections that are made for it", () => {
    expect(messages(withSections(section("applicant", text("b"))))).toContain("reserved section");
  });
  it("has conditions that look back, never ahead nor nowhere", () => {
    const when = { field: "a.later", isAnswered: true } as const;
    expect(findProblems(withSections(section("a", text("b", { when }), text("later"))))).toEqual([
      "a.b: depends on a.later, which is not an earlier field",
    ]);
    expect(findProblems(withSections(section("a", text("later"), text("b", { when }))))).toEqual([]);
    expect(
      findProblems(withSections(section("a", text("b", { when: { not: { any: [{ all: [when] }] } } })))),
    ).toHaveLength(1);
  });
  it("may depend on what « Mes informations » asks", () => {
    expect(
      findProblems(withSections(section("a", text("b", { when: { field: "applicant.email", isAnswered: true } })))),
    ).toEqual([]);
  });
  it("compares with values that the field takes", () => {
    const choice: Field = { key: "c", type: "choice", label: "C", options: [{ value: "x", label: "X" }] };
    const yes: Field = { key: "y", type: "yes_no", label: "Y" };
    const on = (when: Field["when"]) =>
      findProblems(withSections(section("a", choice, yes, text("t"), text("b", { when }))));
    expect(on({ field: "a.c", equals: "x" })).toEqual([]);
    expect(on({ field: "a.c", oneOf: ["x", "z"] })).toHaveLength(1);
    expect(on({ field: "a.y", equals: "yes" })).toHaveLength(1);
    expect(on({ field: "a.y", equals: true })).toEqual([]);
    expect(on({ field: "a.t", equals: "x" })).toHaveLength(1);
  });
  it("has no file in a group, and bounds that do not cross", () => {
    const file = { key: "f", type: "file", label: "F", document: "other" } as const;
    const group = (more: object) =>
      ({
        key: "g",
        type: "group",
        label: "G",
        itemLabel: "I",
        addLabel: "A",
        min: 0,
        max: 3,
        fields: [text("t")],
        ...more,
      }) as Field;
    expect(findProblems(withSections(section("a", group({ fields: [file] }))))).toEqual(["a.g.f: a file in a group"]);
    expect(findProblems(withSections(section("a", group({ min: 4 }))))).toEqual(["a.g: bounds crossed"]);
    expect(findProblems(withSections(section("a", group({ fields: [text("t"), text("t")] }))))).toEqual([
      "a.g.t: twice",
    ]);
    expect(
      findProblems(
        withSections(
          section("a", group({ fields: [text("t", { when: { field: "./u", isAnswered: true } }), text("u")] })),
        ),
      ),
    ).toHaveLength(1);
    expect(
      findProblems(
        withSections(
          section("a", group({ fields: [text("u"), text("t", { when: { field: "./u", isAnswered: true } })] })),
        ),
      ),
    ).toEqual([]);
    expect(findProblems(withSections(section("a", { key: "n", type: "number", label: "N", min: 3, max: 2 })))).toEqual([
      "a.n: bounds crossed",
    ]);
  });
  it("does not mix natural and legal persons among beneficiaries", () => {
    const beneficiary = { roles: ["child", "association"], allowsSelf: false, question: "Qui ?", birth: "none" };
    expect(messages({ ...base, beneficiary })).toContain("natural and legal persons together");
  });
});
