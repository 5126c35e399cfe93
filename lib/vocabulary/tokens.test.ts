import { expiredSentence, lifetimeSentence, tokenLifetime, tokenMinutes, type LinkPurpose } from "./tokens";

const words: Record<LinkPurpose, string> = {
  activation: "24 heures",
  sign_in: "10 minutes",
  identity_link: "30 minutes",
  password_reset: "30 minutes",
  email_change: "2 heures",
  email_restore: "7 jours",
  recovery_stop: "7 jours",
  account_deletion: "24 heures",
  agent_invitation: "48 heures",
  agent_second_factor: "48 heures",
  agent_browser: "2 heures",
  follow_up: "30 jours",
};

const unit: Record<string, number> = { minutes: 1, heures: 60, jours: 24 * 60 };

describe("the life of a link, in words", () => {
  it.each(Object.entries(words))("of %s is %s, as long as its expiry", (purpose, said) => {
    expect(tokenLifetime(purpose as LinkPurpose)).toBe(said);
    const [quantity = "", name = ""] = said.split(" ");
    expect(Number(quantity) * (unit[name] ?? 0)).toBe(tokenMinutes[purpose as LinkPurpose]);
  });

  it("stands in the letters", () => {
    expect(lifetimeSentence("password_reset")).toBe("Ce lien est valable 30 minutes et sert une seule fois.");
  });

  it("stands in the refusals, which say where only the last link works", () => {
    expect(expiredSentence("sign_in")).toBe(
      "Ce lien n’est plus valable\u00a0: il dure 10 minutes, et seul le dernier envoyé fonctionne.",
    );
    expect(expiredSentence("email_restore")).toBe("Ce lien n’est plus valable\u00a0: il dure 7 jours.");
  });
});
