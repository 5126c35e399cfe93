import { catalogue } from "@/catalogue/all";
import { withExamples } from "./examples";
import type { DateFieldDef, DemarcheDefinition, Field, SimpleField, Step } from "../form";
import { stepSections } from "../sections";
import { readDate } from "../values/dates";
import { birthExample, exampleOf } from "../values/examples";

const steps: readonly Step[] = ["informations", "demande"];
const contextOn = (today: string) => ({ today, isSignedIn: false });
const simple = (field: Field): readonly SimpleField[] => (field.type === "group" ? field.fields : [field]);

/** The fields of a form as its pages show them on a day. */
function shownOn(today: string, definition: DemarcheDefinition): SimpleField[] {
  const sections = steps.flatMap((step) => stepSections(definition, step, contextOn(today)));
  return withExamples(definition, sections, { today }).flatMap(({ fields }) => fields.flatMap(simple));
}

/** Each year of a long life of the portal, on days that begin, end and halve it. */
const days = Array.from({ length: 60 }, (_, year) =>
  ["01-01", "02-29", "06-30", "12-31"].map((day) => `${2026 + year}-${day}`),
)
  .flat()
  .filter((day) => !day.endsWith("02-29") || Number(day.slice(0, 4)) % 4 === 0);

const typed = (example: string) => {
  const [day = "", month = "", year = ""] = example.split(" ");
  return (part: string) => [({ day, month, year } as Record<string, string>)[part] ?? ""];
};
const isAccepted = (field: DateFieldDef, example: string, today: string) =>
  readDate(field, typed(example), contextOn(today)).kind === "value";

describe("the example beside a date", () => {
  it.each(catalogue.map(({ slug, definition }) => [slug, definition] as const))(
    "is one that the field accepts, whatever the year: %s",
    (_slug, definition) => {
      for (const today of days)
        for (const field of shownOn(today, definition)) {
          if (field.type !== "date") continue;
          const [, example = ""] = /Par exemple\s: (\d+ \d+ \d{4})\./.exec(field.help ?? "") ?? [];
          expect([today, field.label, example, isAccepted(field, example, today)]).toEqual([
            today,
            field.label,
            example,
            true,
          ]);
        }
    },
  );

  const date = { key: "day", type: "date", label: "Date" } as const;
  const today = "2026-11-30";
  it.each([
    [{}, "28 3 2027"],
    [{ max: "today" }, "31 3 1980"],
    [{ isBirthday: true }, "31 3 1980"],
    [{ isBirthday: true, min: "-25y", max: "-16y" }, "31 5 2006"],
    [{ min: "+7d", max: "+60d" }, "2 1 2027"],
  ] as const)("is to come, of an adult, or in the middle of what is accepted: %j", (bounds, example) => {
    expect(exampleOf({ ...date, ...bounds }, { today })).toBe(example);
  });

  it("is a child's where the form is about a child, and said in the sentence that misses it", () => {
    const applicant = { phone: "none", address: "none", birth: "none" } as const;
    const beneficiary = { roles: ["child"], allowsSelf: false, question: "Pour qui ?", birth: "required" } as const;
    const definition = { ...(catalogue[0]?.definition as DemarcheDefinition), applicant, beneficiary };
    const sections = stepSections(definition, "informations", contextOn(today));
    const fields = withExamples(definition, sections, { today }).flatMap(({ fields: own }) => own.flatMap(simple));
    const birth = fields.find(({ key }) => key === "birthDate");
    expect(birth?.help).toContain("31 3 2020");
    expect(birth?.missing).toContain("31 3 2020");
    expect(birthExample({ from: ["child"] }, { today })).toBe("31 3 2020");
    expect(birthExample({ from: ["account", "child"] }, { today })).toBe("31 3 1980");
  });

  it("stands after the help of the field, with what is known in part, and beside a person's birth", () => {
    const section = {
      key: "s",
      title: "S",
      fields: [
        { ...date, help: "Celle de l’acte.", mayBePartial: true, max: "today" },
        { key: "who", type: "person", label: "Qui", from: [], asks: ["birthDate"] },
      ],
    } as const;
    const [shown] = withExamples({}, [section], { today });
    expect(shown?.fields[0]?.help).toMatch(/^Celle de l’acte\. Par exemple\s: 31 3 1980\. Si vous ne connaissez/);
    expect(shown?.fields[1]).toHaveProperty("birthHelp", expect.stringContaining("31 3 1980"));
  });
});
