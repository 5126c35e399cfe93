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
});
