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

  it("says that questions have appeared: no problem where they are all that is missing", () => {
    const { invalid } = stepRefusals;
    const said = (appeared: string) =>
      typeof invalid === "function" ? invalid({ ...details, $appeared: appeared }) : invalid;
    const errors = { "personne.holder.birthDate": "Indiquez la date." };
    expect(said("all")).toMatchObject({
      errors,
      asked: {
        title: "Une question de plus",
        first: expect.stringContaining("fait apparaître une question") as string,
      },
    });
    expect(said("all")).not.toHaveProperty("formError");
    expect(said("some")).toMatchObject({
      errors,
      formError: expect.stringContaining("fait apparaître des questions") as string,
    });
    expect(said("some")).not.toHaveProperty("asked");
  });

  it("shows it beside what is only unlikely, with what confirms it", () => {
    const { to_confirm: unlikely } = stepRefusals;
    expect(typeof unlikely === "function" ? unlikely({ ...details, $confirmed: "abc" }) : unlikely).toEqual({
      errors: { "personne.holder.birthDate": "Indiquez la date." },
      asked: {
        ...{ tone: "warning", mark: "À vérifier", title: "Vérifiez cette réponse" },
        last: "Si elle est exacte, ne changez rien et appuyez à nouveau sur «\u00a0Continuer\u00a0».",
      },
      values: { edition: "4", confirmed: "abc", "personne.holder.lastName": "Exemple" },
    });
  });
});
