import { resultsTitle } from "./results-title";

const plain = (text: string) => text.replaceAll(/[\u00a0\u202f]/g, " ");

describe("the title of results", () => {
  it.each([
    [resultsTitle(3, "acte", { theme: "État civil" }), "3 résultats pour « acte » dans État civil"],
    [resultsTitle(0, "acte"), "Aucun résultat pour « acte »"],
    [resultsTitle(2, "acte bleu", { isNear: true }), "Aucun résultat exact pour « acte bleu »"],
    // What was looked for in place of what was typed, where it stands for all of it.
    [resultsTitle(1, "naissence", { corrected: ["naissance"] }), "1 résultat pour « naissance »"],
    [resultsTitle(1, "acte naissence", { corrected: ["naissance"] }), "1 résultat pour « acte naissence »"],
  ])("%s", (title, expected) => {
    expect(plain(title)).toBe(expected);
  });
});
