import { withoutCopied } from "./copied-paths";

const paths = new Set(["beneficiary", "beneficiary.who", "beneficiary.firstName", "applicant.email"]);
const relation = "01a20886-7070-74d3-8f9a-329602f285b5";

describe("the parts of a beneficiary", () => {
  it("are not asked when the beneficiary is a relation of the account", () => {
    expect([...withoutCopied(paths, { "beneficiary.who": relation }, {})]).toEqual([
      "beneficiary",
      "beneficiary.who",
      "applicant.email",
    ]);
  });

  it.each(["self", "new", undefined])("follow the form when the choice is %s", (who) => {
    expect(withoutCopied(paths, who ? { "beneficiary.who": who } : {}, {})).toBe(paths);
  });

  it("are shown when the relation lacks something", () => {
    expect(withoutCopied(paths, { "beneficiary.who": relation }, { "beneficiary.birthDate": "Indiquez…" })).toBe(paths);
    expect(
      withoutCopied(paths, { "beneficiary.who": relation }, { "beneficiary.who": "Choisissez…" }).has(
        "beneficiary.firstName",
      ),
    ).toBe(false);
  });
});
