import { dictionary } from "@zxcvbn-ts/language-common";
import { passwordProblem } from "./password-policy";

const personal = ["Élodie", "Martin", "elodie.martin@exemple.fr"];

describe("passwordProblem", () => {
  it.each([
    ["court", /au moins 12 caractères/],
    ["x".repeat(129), /128 caractères au plus/],
    ["ababababababab", /6 caractères différents/],
    ["azertyuiop123", /trop facile/],
    ["motdepasse1234", /trop facile/],
    ["password123456", /trop facile/],
    ["elodie chante fort", /ni votre nom/],
    ["ÉLODIE chante fort", /ni votre nom/],
    ["vive le clan martin", /ni votre nom/],
  ])("refuses « %s »", async (password, sentence) => {
    expect(await passwordProblem(password, personal)).toMatch(sentence);
  });

  it.each([
    "quatre moulins bleus sautent",
    "Xk7#pqLm!v2z",
    "été 🏖️ sous la pluie à Brest",
    "ï".repeat(3) + " gros nuage violet",
    "le vieux phare clignote deux fois avant que la marée ne remonte sur la digue de Saint-Malo",
    "🐙🥕🚲🌋🎷🧦🛶🪁🥁🦔🍋🪐",
    "Это длинная фраза про лес",
  ])("accepts « %s »", async (password) => {
    expect(await passwordProblem(password, personal)).toBeNull();
  });

  it("judges the same text alike, however it was typed", async () => {
    const text = "là-haut vers la forêt";
    expect(await passwordProblem(text.normalize("NFD"), personal)).toBe(
      await passwordProblem(text.normalize("NFC"), personal),
    );
  });

  it("does not refuse the domain of an address as a personal word", async () => {
    expect(await passwordProblem("exemple de gros nuage violet", personal)).toBeNull();
  });

  const leaked = dictionary["passwords-common"];

  it("ships a list of leaked passwords of more than 3,000, and refuses each that is long enough", async () => {
    expect(leaked.length).toBeGreaterThan(40_000);
    const long = leaked.filter((password) => password.length >= 12);
    expect(long.length).toBeGreaterThan(300);
    for (const password of long) expect(await passwordProblem(password, [])).not.toBeNull();
  });

  it.each([
    ["as it is", (word: string) => word],
    ["with a capital, a year and a sign", (word: string) => `${word.charAt(0).toUpperCase()}${word.slice(1)}2026!!!!!`],
    ["between signs", (word: string) => `!!!1${word.toUpperCase()}789*`],
  ])("refuses the 3,000 most common, %s", async (_how, dress) => {
    const words = leaked.filter((word) => /^[a-z]{4,}$/.test(word)).slice(0, 3_000);
    expect(words).toHaveLength(3_000);
    for (const word of words) expect(await passwordProblem(dress(word), [])).not.toBeNull();
  });
});
