import { withoutCopied } from "./copied-paths";
import { withoutCopiedValues } from "./copied-values";

const paths = new Set(["beneficiary", "beneficiary.who", "beneficiary.firstName", "applicant.email"]);
const relation = "01a20886-7070-74d3-8f9a-329602f285b5";
const other = "01a20886-7070-74d3-8f9a-329602f285b6";
const of = (who: string) => ({ "beneficiary.who": who });

describe("the parts of a beneficiary", () => {
  it("are not asked when the beneficiary is a relation of the account", () => {
    expect([...withoutCopied(paths, of(relation), {}, {})]).toEqual([
      "beneficiary",
      "beneficiary.who",
      "applicant.email",
    ]);
  });

  it.each(["self", "new", undefined])("follow the form when the choice is %s", (who) => {
    expect(withoutCopied(paths, who ? of(who) : {}, {}, {})).toBe(paths);
  });

  it("are shown when the relation lacks something", () => {
    const lacking = { "beneficiary.birthDate": "Indiquez…" };
    expect(withoutCopied(paths, of(relation), lacking, of(relation))).toBe(paths);
    const elsewhere = { "beneficiary.who": "Choisissez…" };
    expect(withoutCopied(paths, of(relation), elsewhere, of(relation)).has("beneficiary.firstName")).toBe(false);
  });

  it("leave the page when a relation is chosen after the refusal of somebody typed, or of another relation", () => {
    const lacking = { "beneficiary.firstName": "Indiquez…" };
    for (const refused of [{}, of("new"), of(other)])
      expect(withoutCopied(paths, of(relation), lacking, refused).has("beneficiary.firstName")).toBe(false);
  });
});

describe("what a page holds of a beneficiary copied from a relation", () => {
  const text = (key: string) => ({ key, type: "text" as const, label: key });
  const sections = [{ key: "beneficiary", title: "", fields: [text("who"), text("firstName")] }];
  const copied = { ...of(relation), "beneficiary.firstName": "Lou", "applicant.email": "a@exemple.fr" };

  it("is the choice alone: « Pour un autre enfant » finds nothing of the known one", () => {
    expect(withoutCopiedValues(sections, copied)).toEqual({ ...of(relation), "applicant.email": "a@exemple.fr" });
  });

  it("is all of it where the choice is not asked again, and what was typed of somebody else", () => {
    const corrected = [{ key: "beneficiary", title: "", fields: [text("firstName")] }];
    expect(withoutCopiedValues(corrected, copied)).toBe(copied);
    const typed = { ...copied, ...of("new") };
    expect(withoutCopiedValues(sections, typed)).toBe(typed);
  });
});
