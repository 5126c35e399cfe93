import { nameSearchText, nameWords } from "./search-text";

/** As Postgres looks: every word somewhere in what is kept. */
const isFound = (typed: string, ...name: string[]) =>
  nameWords(typed).every((word) => nameSearchText(name).includes(word));

describe("names that are searched", () => {
  it.each([
    ["O'Connor", "O’Connor"],
    ["O’Connor", "O'Connor"],
    ["oconnor", "O’Connor"],
    ["o connor", "O’Connor"],
    ["Lecoeur", "Lecœur"],
    ["LECŒUR", "Lecoeur"],
    ["Lukasiewicz", "Łukasiewicz"],
    ["nguessan", "N’Guessan"],
    ["N'Guessan", "N´Guessan"],
    ["legall", "Le Gall"],
    ["le gall", "Le Gall"],
    ["LE-GALL", "Le Gall"],
    ["dasilva", "da Silva"],
    ["silva", "da Silva"],
    ["delacruz", "de la Cruz"],
    ["Yilmaz", "Yılmaz"],
    ["yılmaz", "YILMAZ"],
    ["strasse", "Straße"],
    ["anh thi", "Thị Anh"],
    ["marie claire", "Marie-Claire"],
    ["marie-claire", "Marie Claire"],
    ["aubigne", "d’Aubigné"],
    ["d aubigne", "d’Aubigné"],
  ])("« %s » finds « %s »", (typed, name) => {
    expect(isFound(typed, "Camille", name)).toBe(true);
  });

  it("does not find another", () => {
    for (const typed of ["connors", "camille martin", "gallois"])
      expect(isFound(typed, "Camille", "O’Connor")).toBe(false);
    expect(nameSearchText([null, undefined, ""])).toBe("");
  });

  it("looks for five words at most, and for a letter only when it stands alone", () => {
    expect(nameWords("a b c d e f g")).toHaveLength(5);
    expect(nameWords("  '  ")).toEqual([]);
    expect(nameWords("x martin")).toEqual(["martin"]);
  });
});
