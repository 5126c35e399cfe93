import { stepRefusals } from "./refusals";

const details = {
  $edition: "4",
  "$filled.personne.holder.lastName": "Exemple",
  "personne.holder.birthDate": "Indiquez la date.",
};

describe("a step that is refused", () => {
  it("shows what was filled in from what is known, and says only what is wrong", () => {
    const { invalid } = stepRefusals;
    expect(typeof invalid === "function" ? invalid(details) : invalid).toEqual({
      errors: { "personne.holder.birthDate": "Indiquez la date." },
      values: { edition: "4", "personne.holder.lastName": "Exemple" },
    });
  });

  it("says first that questions have appeared", () => {
    const { invalid } = stepRefusals;
    expect(typeof invalid === "function" ? invalid({ ...details, $appeared: "yes" }) : invalid).toMatchObject({
      formError: expect.stringContaining("fait apparaître des questions") as string,
      errors: { "personne.holder.birthDate": "Indiquez la date." },
    });
  });

  it("shows it beside what is only unlikely, with what confirms it", () => {
    const { to_confirm: unlikely } = stepRefusals;
    expect(typeof unlikely === "function" ? unlikely({ ...details, $confirmed: "abc" }) : unlikely).toEqual({
      warnings: { "personne.holder.birthDate": "Indiquez la date." },
      values: { edition: "4", confirmed: "abc", "personne.holder.lastName": "Exemple" },
    });
  });
});
