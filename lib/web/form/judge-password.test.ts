import { judgePassword } from "./judge-password";

const judge = judgePassword("firstName");

describe("a password that is chosen while something else of the form is wrong (T2)", () => {
  it.each([
    ["easy", { password: "Summer2026!!!!" }, "trop facile à deviner"],
    ["the person’s own name", { password: "dominique chante", firstName: "Dominique" }, "ni votre nom"],
    ["short", { password: "court" }, "au moins 12 caractères"],
  ])("is refused when it is %s", async (_, typed, sentence) => {
    expect(await judge(typed)).toEqual({ password: expect.stringContaining(sentence) });
  });

  it.each([
    ["good", { password: "quatre moulins bleus sautent" }],
    ["not there", {}],
    ["empty: the form says that one is to be chosen", { password: "" }],
    ["no text", { password: ["a", "b"] }],
  ])("is not spoken of when it is %s", async (_, typed) => {
    expect(await judge(typed)).toEqual({});
  });
});
