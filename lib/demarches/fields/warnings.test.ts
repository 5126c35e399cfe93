import { catalogue } from "@/catalogue/all";
import { carteTransportSenior } from "@/catalogue/carte-transport-senior";
import { inscriptionScolaire } from "@/catalogue/inscription-scolaire";
import type { Answers, FormContext } from "../form";
import { definitionSchema } from "../schema";
import { confirmationOf, findWarnings } from "./warnings";

const context: FormContext = { today: "2026-11-23", isSignedIn: true, relations: [] };
const school = inscriptionScolaire.definition;
const lives = (postalCode: string) => ({ address: { line: "1 rue des Lilas", postalCode, commune: "Amiens" } });
const child = (birthDate: unknown): Answers => ({ applicant: {}, beneficiary: { who: "new", birthDate } });
const odd = (answers: Answers, town: Parameters<typeof findWarnings>[4] = []) =>
  Object.keys(findWarnings(school, "informations", answers, context, town));

describe("what is unlikely", () => {
  it.each([
    ["a pupil born in 1990", child("1990-03-04"), ["beneficiary.birthDate"]],
    ["a pupil born this year", child("2026-10-01"), ["beneficiary.birthDate"]],
    ["a pupil of six", child("2020-03-04"), []],
    ["a birth that could not be read, which is an error already", child({ raw: { year: "20" } }), []],
    ["nothing typed yet", child(undefined), []],
  ])("%s", (_what, answers, expected) => expect(odd(answers)).toEqual(expected));

  it("asks to complete a birth known by its year: a box forgotten looks the same", () => {
    expect(findWarnings(school, "informations", child("2020"), context, [])).toEqual({
      "beneficiary.birthDate": expect.stringContaining("n’est pas entière") as string,
    });
    expect(odd(child("1990"))).toEqual(["beneficiary.birthDate"]);
  });

  it("is an address outside the town, as far as the portal knows where the town is", () => {
    const answers = (code: string) => ({ ...child("2020-03-04"), applicant: lives(code) });
    const amiens = ["80000", "80080"].map((postalCode) => ({ postalCode, commune: "Amiens" }));
    const outside = ["applicant.address.postalCode"];
    expect(odd(answers("80480"), amiens)).toEqual(outside);
    expect(odd(answers("80080"), amiens)).toEqual([]);
    expect(odd(answers("80480"))).toEqual([]);
    const dury = [{ postalCode: "80480", commune: "Dury" }];
    expect(odd(answers("80480"), dury)).toEqual(outside);
    expect(odd(answers("80480"), [{ postalCode: "80480", commune: null }])).toEqual([]);
    const abroad = { ...child("2020-03-04"), applicant: { address: { ...lives("80000").address, country: "Maroc" } } };
    expect(odd(abroad, amiens)).toEqual(outside);
  });

  it("follows its condition, and looks at what is shown alone", () => {
    const card = carteTransportSenior.definition;
    const at = (who: string) => {
      const answers = { applicant: { birthDate: "1990-03-04" }, beneficiary: { who, birthDate: "1990-03-04" } };
      return Object.keys(findWarnings(card, "informations", answers, context, []));
    };
    expect(at("self")).toEqual(["applicant.birthDate"]);
    expect(at("new")).toEqual(["beneficiary.birthDate"]);
  });

  it("is judged on its own step", () => {
    expect(findWarnings(school, "demande", child("1990-03-04"), context, [])).toEqual({});
  });

  it("is another question once the answer changed", () => {
    const confirm = (answers: Answers) =>
      confirmationOf(findWarnings(school, "informations", answers, context, []), answers);
    expect(confirm(child("1990-03-04"))).toBe(confirm(child("1990-03-04")));
    expect(confirm(child("1990-03-04"))).not.toBe(confirm(child("1991-03-04")));
  });
});

describe("a definition", () => {
  const parsed = (warnings: unknown) => definitionSchema.safeParse({ ...school, warnings }).success;

  it("is refused when a warning looks at nothing, or at another kind of field", () => {
    const text = "Vérifiez.";
    expect(parsed([{ field: "applicant.address", if: { isOutsideTown: true }, text }])).toBe(true);
    expect(parsed([{ field: "applicant.address", if: { before: "-1y" }, text }])).toBe(false);
    expect(parsed([{ field: "scolarite.inconnu", if: { before: "-1y" }, text }])).toBe(false);
    expect(parsed([{ field: "beneficiary.birthDate", if: { isOutsideTown: true }, text }])).toBe(false);
  });

  it.each(catalogue.map(({ slug, definition }) => [slug, definition] as const))(
    "of %s says what to look at again",
    (_slug, definition) => {
      for (const { text } of definition.warnings ?? []) expect(text).toMatch(/Vérifiez/);
    },
  );
});
