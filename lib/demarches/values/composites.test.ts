import type { SimpleField } from "../form";
import { kindOf } from "../fields/field-types";
import { readField, rereadField, writeField } from "./stored";
import { context, errorOf, field, valueOf, read, type Without } from "./testing";

describe("choices", () => {
  const options = [
    { value: "a", label: "A" },
    { value: "b", label: "B" },
    { value: "c", label: "C" },
  ];
  it("takes an option and nothing else", () => {
    expect(valueOf({ type: "choice", options }, "a")).toBe("a");
    expect(errorOf({ type: "choice", options }, "z")).toContain("Choisissez une des réponses");
    expect(errorOf({ type: "choice", options }, "constructor")).toContain("Choisissez");
  });
  it("takes a relation only where it is told to", () => {
    const id = "01930000-0000-7000-8000-000000000000";
    expect(valueOf({ type: "choice", options, acceptsRelation: true }, id)).toBe(id);
    expect(errorOf({ type: "choice", options }, id)).toContain("Choisissez");
  });
  it("keeps several in the order of the options, each once", () => {
    expect(valueOf({ type: "choices", options }, { "": [] })).toBeUndefined();
    const { stored } = readField(field({ type: "choices", options }), "s.f", { "s.f": ["c", "", "a", "c"] }, context);
    expect(stored).toEqual(["a", "c"]);
    expect(read({ type: "choices", options }, "z").errors).toEqual({ "": expect.stringContaining("parmi") as string });
  });
  it("reads yes and no", () => {
    expect(valueOf({ type: "yes_no" }, "yes")).toBe(true);
    expect(valueOf({ type: "yes_no" }, "no")).toBe(false);
    expect(errorOf({ type: "yes_no" }, "peut-être")).toContain("oui ou par non");
  });
  it("takes any posted value for a ticked consent", () => {
    expect(valueOf({ type: "consent" }, "on")).toBe(true);
    expect(read({ type: "consent" }, "")).toEqual({ stored: undefined, errors: null });
  });
});

describe("an address", () => {
  const address = { type: "address" } as const;
  const full = { line: "12 rue des Lilas", postalCode: "80 000", commune: "Amiens" };
  it("is kept by parts, its postal code without spaces", () =>
    expect(valueOf(address, full)).toEqual({ line: "12 rue des Lilas", postalCode: "80000", commune: "Amiens" }));
  it("says which part is missing or wrong", () => {
    expect(errorOf(address, { ...full, line: "" }, "line")).toContain("nom de la voie");
    expect(errorOf(address, { ...full, commune: "" }, "commune")).toBe("Indiquez la commune.");
    expect(errorOf(address, { ...full, postalCode: "8000" }, "postalCode")).toContain("5 chiffres");
    expect(errorOf(address, { ...full, postalCode: "ABCDE" }, "postalCode")).toContain("5 chiffres");
  });
  it("accepts another country only where people abroad may ask", () => {
    const abroad = { line: "1 High Street", postalCode: "SW1A 1AA", commune: "London", country: "Royaume-Uni" };
    expect(valueOf({ ...address, allowsAbroad: true }, abroad)).toEqual(abroad);
    expect(errorOf(address, abroad, "postalCode")).toContain("5 chiffres");
  });
  it("gives every part back", () => {
    const { stored } = read(address, { line: "12 rue", postalCode: "8000", commune: "" });
    expect(writeField(field(address), "s.f", stored)).toEqual({ "s.f.line": "12 rue", "s.f.postalCode": "8000" });
  });
});

describe("persons and organisations", () => {
  const person = { type: "person", from: ["account"], asks: ["civility", "birthDate", "birthPlace"] } as const;
  const full = {
    civility: "madame",
    firstName: "Élodie",
    lastName: "D’Arc",
    "birthDate.day": "6",
    "birthDate.month": "1",
    "birthDate.year": "1990",
    birthPlace: "Rouen",
  };
  it("is kept by parts", () =>
    expect(valueOf(person, full)).toEqual({
      civility: "madame",
      firstName: "Élodie",
      lastName: "D’Arc",
      birthDate: "1990-01-06",
      birthPlace: "Rouen",
    }));
  it("asks for the rest as soon as a part is typed", () => {
    const { errors } = read(person, { firstName: "Élodie" });
    expect(Object.keys(errors as object)).toEqual(["lastName", "birthPlace", "birthDate"]);
    expect(errorOf(person, { ...full, "birthDate.month": "13" }, "birthDate.month")).toContain("mois");
    expect(errorOf(person, { ...full, lastName: "123" }, "lastName")).toContain("lettres");
    expect(errorOf(person, { ...full, civility: "docteur" }, "civility")).toContain("Choisissez");
  });
  it("is shown in two lines", () =>
    expect(
      kindOf(field(person)).show(
        { civility: "madame", firstName: "A", lastName: "B", birthDate: "1990-01-06", birthPlace: "Rouen" },
        field(person),
      ),
    ).toEqual(["Madame A B", "Naissance\u00a0: 6\u00a0janvier 1990, Rouen"]));
  const association = { type: "legal_person", asks: ["rna", "siret"] } as const;
  it("asks one number at least of an association", () => {
    expect(valueOf(association, { legalName: "Les Lilas", rna: "W751234567" })).toEqual({
      legalName: "Les Lilas",
      rna: "W751234567",
    });
    expect(errorOf(association, { legalName: "Les Lilas" }, "rna")).toContain("RNA");
    expect(errorOf(association, { rna: "W751234567" }, "legalName")).toContain("nom");
    expect(errorOf(association, { legalName: "Les Lilas", rna: "W1" }, "rna")).toContain("W suivi");
  });
});

describe("an IBAN", () => {
  const iban = { type: "iban" } as const;
  it.each(["FR76 3000 6000 0112 3456 7890 189", "fr7630006000011234567890189", "FR76-3000-6000-0112-3456-7890-189"])(
    "accepts %s",
    (typed) => expect(valueOf(iban, typed)).toBe("FR7630006000011234567890189"),
  );
  it("accepts a foreign one", () =>
    expect(valueOf(iban, "DE89 3704 0044 0532 0130 00")).toBe("DE89370400440532013000"));
  it("says what to do", () => {
    expect(errorOf(iban, "FR76 3000 6000 0112 3456 7890 188")).toContain("recopiez-le");
    expect(errorOf(iban, "FR76 3000 6000")).toContain("27 caractères");
    expect(errorOf(iban, "bonjour")).toContain("recopiez-le");
  });
  it("is shown by groups of four", () =>
    expect(kindOf(field(iban)).show("FR7630006000011234567890189", field(iban))).toEqual([
      "FR76 3000 6000 0112 3456 7890 189",
    ]));
});

describe("what is stored", () => {
  const fields: Without<SimpleField>[] = [
    { type: "text" },
    { type: "number" },
    { type: "date" },
    { type: "choices", options: [{ value: "a", label: "A" }] },
    { type: "address" },
    { type: "person", from: [], asks: ["birthDate"] },
    { type: "phone" },
    { type: "iban" },
    { type: "consent" },
  ];
  it.each(fields)("is never trusted: $type", (definition) => {
    for (const odd of [
      null,
      12,
      true,
      "x",
      [],
      [1],
      {},
      { raw: 3 },
      { raw: { "": 1 } },
      { raw: ["a", 2] },
      { firstName: 4 },
      Number.NaN,
      { length: 2 },
    ]) {
      expect(() => rereadField(field(definition), odd, context)).not.toThrow();
      expect(() => kindOf(field(definition)).show(odd, field(definition))).not.toThrow();
    }
  });
});
