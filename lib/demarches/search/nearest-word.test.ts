import { nearestWord } from "./nearest-word";

const vocabulary = ["naissance", "nuisance", "encombrants", "subvention", "mariage", "ecole", "parking"];

describe("the word that was meant", () => {
  it.each([
    ["nessance", "naissance"],
    ["naisance", "naissance"],
    ["subventoin", "subvention"],
    ["ecombrant", "encombrants"],
    ["ecoel", "ecole"],
    ["parkng", "parking"],
  ])("« %s » is « %s »", (typed, meant) => expect(nearestWord(typed, vocabulary)).toBe(meant));

  it.each(["pacs", "ecol", "construire", "maraige-x", "zzzzqqqq", "xaissance", ""])("« %s » is none of them", (typed) =>
    expect(nearestWord(typed, vocabulary)).toBeNull(),
  );
});
