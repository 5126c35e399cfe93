import { kindOf } from "../fields/field-types";
import { writeField } from "./stored";
import { errorOf, field, valueOf, read } from "./testing";

describe("a line of text", () => {
  const text = { type: "text" } as const;
  it.each([
    ["  Jean  Martin ", "Jean Martin"],
    ["caf\u0065\u0301", "café"],
    ["a\tb\u00a0c\u202fd", "a b c d"],
    ["ab\u202ecd\u200b", "abcd"],
    ["👨‍👩‍👧", "👨‍👩‍👧"],
    ["ligne\nsuivante", "ligne suivante"],
  ])("keeps %j as %j", (typed, kept) => expect(valueOf(text, typed)).toBe(kept));

  it.each(["", "   ", "\u200b", "\t\n"])("takes %j for nothing", (typed) =>
    expect(read(text, typed)).toEqual({ stored: undefined, errors: null }),
  );

  it("accepts 300 characters and says how many to remove beyond", () => {
    expect(valueOf(text, "é".repeat(300))).toHaveLength(300);
    expect(errorOf(text, "é".repeat(301))).toBe(
      "«\u00a0Champ\u00a0» est trop long\u00a0: retirez 1 caractère (300 au plus).",
    );
    expect(errorOf({ ...text, maxLength: 5 }, "abcdefgh")).toContain("retirez 3 caractères (5 au plus)");
  });

  it("counts an emoji for one character", () => expect(valueOf({ ...text, maxLength: 2 }, "🙂🙂")).toBe("🙂🙂"));

  it.each(["a\u0000b", "\ud800", "a\ufffdb"])("refuses %j kindly, and gives back what can be kept", (typed) => {
    const { stored, errors } = read(text, typed);
    expect(errors).toEqual({ "": expect.stringContaining("ne peut pas être enregistré") as string });
    expect(JSON.stringify(stored)).not.toMatch(/\\u0000|\\ud800/);
  });
});

describe("a name", () => {
  const name = { type: "text", format: "name" } as const;
  it.each([
    "Jean-Pierre",
    "D’Arc",
    "O’Brien",
    "Nguyễn Thị",
    "Élodie, Marie",
    "Müller-Lüdenscheidt",
    "J.-B.",
    "Ó Briain",
    "李",
    "Αλέξης",
    "de La Tour d’Auvergne",
    "Cœur",
  ])("accepts %s", (typed) => expect(valueOf(name, typed)).toBe(typed));
  it.each(["Jean2", "<b>Jean</b>", "-", "'", "jean@exemple.fr", "🙂"])("refuses %s", (typed) =>
    expect(errorOf(name, typed)).toContain("s’écrit avec des lettres"),
  );
});

describe("SIRET, RNA and plates", () => {
  const siret = { type: "text", format: "siret" } as const;
  it.each(["73282932000074", "732 829 320 00074", "732.829.320-00074", "35600000000048", "35600000049837"])(
    "accepts the SIRET %s",
    (typed) => expect(valueOf(siret, typed)).toBe(typed.replace(/\D/g, "")),
  );
  it("says what is wrong with a SIRET", () => {
    expect(errorOf(siret, "7328293200007")).toContain("14 chiffres");
    expect(errorOf(siret, "73282932000075")).toContain("vérifiez chaque chiffre");
    expect(errorOf(siret, "00000000000000")).toContain("vérifiez");
    expect(errorOf(siret, "35600000000040")).toContain("vérifiez");
  });
  const rna = { type: "text", format: "rna" } as const;
  it.each([
    ["w751234567", "W751234567"],
    ["W 75 1234567", "W751234567"],
    ["W2A1000123", "W2A1000123"],
  ])("accepts the RNA %s", (typed, kept) => expect(valueOf(rna, typed)).toBe(kept));
  it.each(["751234567", "W75123456", "W7512345678", "X751234567"])("refuses the RNA %s", (typed) =>
    expect(errorOf(rna, typed)).toContain("W suivi de 9 chiffres"),
  );
  const plate = { type: "text", format: "plate" } as const;
  it.each([
    ["ab123cd", "AB-123-CD"],
    ["AB-123-CD", "AB-123-CD"],
    ["1234 ab 75", "1234 AB 75"],
    ["1-ABC-234", "1 ABC 234"],
  ])("writes the plate %s as %s", (typed, kept) => expect(valueOf(plate, typed)).toBe(kept));
  it.each(["AB", "ABCDEF", "AB-123-CD-EFGH", "é123"])("refuses the plate %s", (typed) =>
    expect(errorOf(plate, typed)).toContain("AB-123-CD"),
  );
});

describe("a long text", () => {
  const long = { type: "long_text", maxLength: 20 } as const;
  it("keeps its lines", () => expect(valueOf(long, " un\r\ndeux\rtrois ")).toBe("un\ndeux\ntrois"));
  it("is bounded", () => {
    expect(valueOf(long, "a".repeat(20))).toHaveLength(20);
    expect(errorOf(long, "a".repeat(21))).toContain("retirez 1 caractère");
  });
});

describe("an e-mail address", () => {
  const email = { type: "email" } as const;
  it.each([
    [" Prenom.Nom@Exemple.FR ", "prenom.nom@exemple.fr"],
    ["a+b@c.co", "a+b@c.co"],
    ["jean @ exemple.fr", "jean@exemple.fr"],
    ["élodie@café.fr", "élodie@café.fr"],
  ])("keeps %s as %s", (typed, kept) => expect(valueOf(email, typed)).toBe(kept));
  it.each([
    "jean",
    "jean@",
    "@exemple.fr",
    "jean@exemple",
    "a@b@c.fr",
    "a@b..fr",
    "a,b@c.fr",
    "jean<x>@c.fr",
    `${"a".repeat(250)}@b.fr`,
  ])("refuses %s", (typed) => expect(errorOf(email, typed)).toContain("prenom.nom@exemple.fr"));
});

describe("a phone number", () => {
  const phone = { type: "phone" } as const;
  it.each([
    ["06 12 34 56 78", "+33612345678"],
    ["06.12.34.56.78", "+33612345678"],
    ["06-12-34-56-78", "+33612345678"],
    ["0612345678", "+33612345678"],
    ["+33 (0)6 12 34 56 78", "+33612345678"],
    ["0033 6 12 34 56 78", "+33612345678"],
    ["01 99 00 00 10", "+33199000010"],
    ["+32 470 12 34 56", "+32470123456"],
    ["+262 692 12 34 56", "+262692123456"],
  ])("keeps %s as %s", (typed, kept) => expect(valueOf(phone, typed)).toBe(kept));
  it.each(["06 12 34 56", "12", "abc", "06 12 34 56 78 90", "+33 6 12"])("refuses %s", (typed) =>
    expect(errorOf(phone, typed)).toContain("06 12 34 56 78"),
  );
  it("is shown as it is read in France", () => {
    expect(kindOf(field(phone)).show("+33612345678", field(phone))).toEqual(["06 12 34 56 78"]);
    expect(kindOf(field(phone)).show("+32470123456", field(phone))).toEqual(["+32 470 12 34 56"]);
  });
});

describe("a number", () => {
  const number = { type: "number" } as const;
  it.each([
    ["12", 12],
    ["1 234,5", 1234.5],
    ["1\u202f234", 1234],
    ["1'000", 1000],
    ["-3", -3],
    ["+3", 3],
    ["0,10 €", 0.1],
    ["300 euros", 300],
    ["007", 7],
    ["-0", 0],
  ])("reads %j", (typed, kept) => expect(valueOf(number, typed)).toBe(kept));
  it.each(["abc", "1,2,3", "1e5", "0x10", "Infinity", "NaN", "--1", "1".repeat(16), "1.234.567"])(
    "refuses %s",
    (typed) => expect(errorOf(number, typed)).toContain("doit être un nombre"),
  );
  it.each([
    [1500.5, "1 500,50 €"],
    [30, "30 €"],
  ])("shows the amount %d with its cents or none", (stored, text) => {
    const amount = field({ ...number, unit: "€" });
    expect(
      kindOf(amount)
        .show(stored, amount)
        .map((line) => line.replace(/[\u00a0\u202f]/g, " ")),
    ).toEqual([text]);
  });
  it("keeps to its bounds", () => {
    const bounded = { ...number, min: 1, max: 3, isWhole: true, unit: "€" };
    expect(valueOf(bounded, "1")).toBe(1);
    expect(valueOf(bounded, "3")).toBe(3);
    expect(errorOf(bounded, "0")).toBe("«\u00a0Champ\u00a0» doit être de 1\u00a0€ au moins.");
    expect(errorOf(bounded, "4")).toBe("«\u00a0Champ\u00a0» doit être de 3\u00a0€ au plus.");
    expect(errorOf(bounded, "1,5")).toContain("nombre entier");
  });
});

describe("a date", () => {
  const date = { type: "date", label: "Date de naissance" } as const;
  const day = (d: string, month: string, year: string) => ({ day: d, month, year });
  it.each([
    [day("31", "3", "1980"), "1980-03-31"],
    [day("1er", "Janvier", "2024"), "2024-01-01"],
    [day("29", "février", "2024"), "2024-02-29"],
    [day(" 9 ", "sept.", "1999"), "1999-09-09"],
    [day("5", "août", "2000"), "2000-08-05"],
    [day("15/08/2001", "", ""), "2001-08-15"],
    [day("15 août 2001", "", ""), "2001-08-15"],
    [day("2001-08-15", "", ""), "2001-08-15"],
  ])("reads %j", (parts, kept) => expect(valueOf(date, parts)).toBe(kept));
  it("reads one control of the field's own name", () => expect(valueOf(date, "12 mars 1985")).toBe("1985-03-12"));

  it("says what is missing before what is impossible", () => {
    expect(errorOf(date, day("31", "", ""))).toContain("le mois et l’année");
    expect(errorOf(date, day("", "3", "1980"), "day")).toContain("le jour");
    expect(errorOf(date, day("99", "", "1980"), "month")).toContain("le mois");
  });
  it.each([day("31", "2", "2024"), day("29", "2", "2023"), day("31", "4", "2020")])(
    "refuses %j, which does not exist",
    (parts) => expect(errorOf(date, parts)).toContain("n’existe pas"),
  );
  it("names the part that is wrong", () => {
    expect(errorOf(date, day("0", "1", "2020"), "day")).toContain("jour");
    expect(errorOf(date, day("1", "13", "2020"), "month")).toContain("mois");
    expect(errorOf(date, day("1", "j", "2020"), "month")).toContain("mois");
    expect(errorOf(date, day("1", "1", "85"), "year")).toContain("quatre chiffres");
  });
  it("counts its bounds from today", () => {
    const adult = { ...date, min: "-25y", max: "-16y" };
    expect(valueOf(adult, day("23", "11", "2010"))).toBe("2010-11-23");
    expect(errorOf(adult, day("24", "11", "2010"))).toContain("23\u00a0novembre 2010");
    expect(valueOf(adult, day("23", "11", "2001"))).toBe("2001-11-23");
    expect(errorOf(adult, day("22", "11", "2001"))).toContain("23\u00a0novembre 2001");
    expect(valueOf({ ...date, min: "+2d" }, day("25", "11", "2026"))).toBe("2026-11-25");
    expect(errorOf({ ...date, min: "+2d" }, day("24", "11", "2026"))).toContain("25\u00a0novembre 2026");
    expect(errorOf({ ...date, isBirthday: true }, day("24", "11", "2026"))).toContain("23\u00a0novembre 2026");
  });
  it("gives back the three boxes as typed when it cannot be understood", () => {
    const { stored } = read(date, day("31", "2", "2024"));
    expect(writeField(field(date), "s.f", stored)).toEqual({ "s.f.day": "31", "s.f.month": "2", "s.f.year": "2024" });
  });
});
