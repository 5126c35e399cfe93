import fc from "fast-check";
import { readTypedDate, type DateQuestion } from "./typed-date";

const birth: DateQuestion = { subject: "votre date de naissance", earliest: "1900-01-01", latest: "2026-11-23" };
const read = (day: string, month: string, year: string, question = birth) =>
  readTypedDate({ day, month, year }, question);

describe("a date typed in three boxes", () => {
  it.each([
    ["8", "3", "1990", "1990-03-08"],
    ["08", "03", "1990", "1990-03-08"],
    [" 8 ", " mars ", " 1990 ", "1990-03-08"],
    ["29", "Février", "2024", "2024-02-29"],
    ["1", "AOÛT", "1990", "1990-08-01"],
    ["1", "déc.", "1990", "1990-12-01"],
    ["1", "juil", "1990", "1990-07-01"],
  ])("understands %s %s %s", (day, month, year, value) => {
    expect(read(day, month, year)).toEqual({ ok: true, value });
  });

  it.each([
    ["nothing", "", "", "", "Indiquez votre date de naissance.", undefined],
    ["no day", "", "3", "1990", "Complétez votre date de naissance : il manque le jour.", "day"],
    [
      "no month and no year",
      "8",
      "",
      " ",
      "Complétez votre date de naissance : il manque le mois et l’année.",
      undefined,
    ],
    ["a 32nd", "32", "3", "1990", "Vérifiez votre date de naissance : le jour est un nombre entre 1 et 31.", "day"],
    [
      "a month that two begin with",
      "8",
      "jui",
      "1990",
      "Vérifiez votre date de naissance : le mois s’écrit en chiffres (3) ou en lettres (mars).",
      "month",
    ],
    [
      "a year of two digits",
      "8",
      "3",
      "90",
      "Vérifiez votre date de naissance : l’année s’écrit avec quatre chiffres.",
      "year",
    ],
    [
      "a day that does not exist",
      "29",
      "2",
      "2023",
      "Vérifiez votre date de naissance : cette date n’existe pas.",
      undefined,
    ],
    [
      "too old",
      "31",
      "12",
      "1899",
      "Vérifiez votre date de naissance : la date la plus ancienne acceptée est le 1er janvier 1900.",
      undefined,
    ],
    [
      "tomorrow",
      "24",
      "11",
      "2026",
      "Vérifiez votre date de naissance : la date la plus tardive acceptée est le 23 novembre 2026.",
      undefined,
    ],
  ])("explains %s", (_case, day, month, year, message, part) => {
    const reading = read(day, month, year);
    expect(reading).toEqual({ ok: false, message: expect.any(String) as string, part });
    expect(reading.ok ? "" : reading.message.replaceAll("\u00a0", " ")).toBe(message);
  });

  it("says what is missing before what is wrong", () => {
    expect(read("45", "", "1990")).toMatchObject({ part: "month" });
  });

  it("accepts its bounds", () => {
    expect(read("1", "1", "1900").ok).toBe(true);
    expect(read("23", "11", "2026").ok).toBe(true);
  });

  it("gives back every day that exists, and never throws", () => {
    const anyDay = fc
      .date({ min: new Date("1000-01-01"), max: new Date("9999-12-31"), noInvalidDate: true })
      .map((date) => date.toISOString().slice(0, 10));
    fc.assert(
      fc.property(anyDay, (day) => {
        const [year = "", month = "", date = ""] = day.split("-");
        expect(readTypedDate({ day: date, month, year }, { subject: "la date" })).toEqual({ ok: true, value: day });
      }),
    );
    fc.assert(
      fc.property(
        fc.string(),
        fc.string(),
        fc.string(),
        (day, month, year) => typeof read(day, month, year).ok === "boolean",
      ),
    );
  });
});
