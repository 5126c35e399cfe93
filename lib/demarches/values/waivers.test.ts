import { unknown, unknownInPart } from "../rules/waivers";
import { kindOf } from "../fields/field-types";
import { writeField } from "./stored";
import { errorOf, field, read, valueOf } from "./testing";

const shown = (definition: Parameters<typeof field>[0], stored: unknown) =>
  kindOf(field(definition)).show(stored, field(definition));

describe("a box that answers in place of a field", () => {
  const phone = { type: "phone", waiver: unknown("…") } as const;

  it("is an answer of its own", () => {
    expect(valueOf(phone, { waived: "yes" })).toEqual({ waived: true });
    expect(shown(phone, { waived: true })).toEqual(["Information non connue"]);
    expect(writeField(field(phone), "s.f", { waived: true })).toEqual({ "s.f.waived": "yes" });
  });

  it("gives way to what was typed", () => {
    const typed = { "": "06 12 34 56 78", waived: "yes" };
    const named = Object.fromEntries(Object.entries(typed).map(([part, text]) => [part ? `s.f.${part}` : "s.f", text]));
    expect(
      kindOf(field(phone)).read(field(phone), (part) => [named[part ? `s.f.${part}` : "s.f"] ?? ""], {
        today: "2026-11-23",
        isSignedIn: false,
      }),
    ).toEqual({ kind: "value", value: "+33612345678" });
  });

  it("is nothing where the definition offers none", () => {
    expect(read({ type: "phone" }, { waived: "yes" }).stored).toBeUndefined();
    expect(shown({ type: "phone" }, { waived: true })).toEqual([]);
  });

  it("does not hide what is wrong", () => {
    const address = { type: "address", waiver: unknownInPart("…") } as const;
    expect(errorOf(address, { postalCode: "8000", waived: "yes" }, "postalCode")).toContain("5 chiffres");
  });
});

describe("a birth date known in part", () => {
  const birth = { type: "date", isBirthday: true, mayBePartial: true } as const;

  it.each([
    [{ year: "1950" }, "1950", "1950 (jour et mois non connus)"],
    [{ month: "mars", year: "1950" }, "1950-03", "mars 1950 (jour non connu)"],
    [{ month: "8", year: "1950" }, "1950-08", "août 1950 (jour non connu)"],
    [{ day: "1950" }, "1950", "1950 (jour et mois non connus)"],
    [{ day: "mars 1950" }, "1950-03", "mars 1950 (jour non connu)"],
    [{ day: "4", month: "3", year: "1950" }, "1950-03-04", "4\u00a0mars 1950"],
  ])("%o is kept as %s", (typed, stored, said) => {
    const raw = Object.fromEntries(Object.entries(typed));
    expect(valueOf(birth, raw)).toBe(stored);
    expect(shown(birth, stored)).toEqual([said]);
    expect(
      valueOf(
        birth,
        Object.fromEntries(
          Object.entries(writeField(field(birth), "s.f", stored)).map(([name, text]) => [name.slice(4), text]),
        ),
      ),
    ).toBe(stored);
  });

  it("has a year, and no day without its month", () => {
    expect(errorOf(birth, { day: "4", year: "1950" }, "month")).toContain("il manque le mois");
    expect(errorOf(birth, { month: "3" })).toContain("il manque");
    expect(errorOf(birth, { month: "13", year: "1950" }, "month")).toContain("mois");
  });

  it("is within its bounds when a day of it is", () => {
    const young = { ...birth, min: "-25y", max: "-16y" };
    expect(valueOf(young, { year: "2010" })).toBe("2010");
    expect(valueOf(young, { month: "11", year: "2010" })).toBe("2010-11");
    expect(errorOf(young, { month: "12", year: "2010" })).toContain("la plus tardive");
    expect(errorOf(young, { year: "2000" })).toContain("la plus ancienne");
  });

  it("is whole everywhere else", () => {
    expect(errorOf({ type: "date" }, { year: "1950" })).toContain("il manque le jour et le mois");
  });
});

describe("a person with one name only", () => {
  const person = { type: "person", from: [], asks: ["birthDate"] } as const;

  it("writes it in « Nom », and is shown so", () => {
    const typed = { hasOneName: "yes", lastName: "Sukarno", "birthDate.year": "1901" };
    const stored = valueOf(person, typed);
    expect(stored).toEqual({ lastName: "Sukarno", hasOneName: true, birthDate: "1901" });
    expect(shown(person, stored)).toEqual(["Sukarno (un seul nom)", "Naissance\u00a0: 1901 (jour et mois non connus)"]);
    expect(writeField(field(person), "s.f", stored)).toEqual({
      "s.f.hasOneName": "yes",
      "s.f.lastName": "Sukarno",
      "s.f.birthDate.year": "1901",
    });
  });

  it("is asked that name", () => expect(errorOf(person, { hasOneName: "yes" }, "lastName")).toBe("Indiquez le nom."));
});
