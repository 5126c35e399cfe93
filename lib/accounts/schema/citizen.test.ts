import fc from "fast-check";
import {
  changePasswordSchema,
  changeUsernameSchema,
  finaliseSchema,
  inviteSchema,
  identitySchema,
  addressSchema,
  contactSchema,
  preferencesSchema,
  signInSchema,
} from "./citizen";

const schemas = {
  addressSchema,
  changePasswordSchema,
  contactSchema,
  finaliseSchema,
  identitySchema,
  inviteSchema,
  preferencesSchema,
  signInSchema,
};

describe.each(Object.entries(schemas))("%s", (_name, schema) => {
  it("answers, and keeps no key it does not know, whatever is posted", () => {
    const known = Object.keys(("in" in schema ? schema.in : schema).shape);
    const value = fc.oneof(
      fc.string(),
      fc.array(fc.string()),
      fc.object(),
      fc.constant("x".repeat(100_000)),
      fc.constant(undefined),
    );
    const key = fc.oneof(fc.constantFrom(...known, "id", "status", "role", "accountId", "passwordHash"), fc.string());
    fc.assert(
      fc.property(fc.dictionary(key, value, { maxKeys: 12 }), (posted) => {
        const parsed = schema.safeParse(posted);
        if (parsed.success) expect(Object.keys(parsed.data).filter((name) => !known.includes(name))).toEqual([]);
        else expect(parsed.error.issues.length).toBeGreaterThan(0);
      }),
      { numRuns: 500 },
    );
  });
});

describe("addresses", () => {
  const read = (email: string) => inviteSchema.safeParse({ email, kind: "personal" });

  it("takes an address as people type it", () => {
    expect(read("  Prenom.Nom@Exemple.FR ").data?.email).toBe("prenom.nom@exemple.fr");
    expect(read("o’neil@exemple.fr").success).toBe(true);
  });

  it.each([
    "",
    "nom",
    "nom@exemple",
    "@exemple.fr",
    "a b@exemple.fr",
    "a@b.fr,c@d.fr",
    "a@b.fr\nBcc: c@d.fr",
    "a@b..fr",
    "<a@b.fr> <c@d.fr>",
    "a@b.fr <c@d.fr>",
  ])("refuses « %s »", (email) => {
    expect(read(email).success).toBe(false);
  });
});

it("asks for the same password twice (F17)", () => {
  const base = { currentPassword: "x", password: "quatre moulins bleus" };
  const parsed = changePasswordSchema.safeParse({ ...base, passwordConfirmation: "autre" });
  expect(parsed.error?.issues.map(({ path, message }) => [path.join("."), message])).toEqual([
    ["passwordConfirmation", "Les deux mots de passe doivent être identiques."],
  ]);
  expect(changePasswordSchema.safeParse({ ...base, passwordConfirmation: base.password }).success).toBe(true);
});

describe("the identifiant that its owner chooses (F71)", () => {
  it.each([
    ["  Camille.MARTIN ", "camille.martin"],
    ["a-1", "a-1"],
    ["x".repeat(60), "x".repeat(60)],
  ])("takes « %s »", (typed, username) => {
    expect(changeUsernameSchema.parse({ username: typed })).toEqual({ username });
  });

  it.each(["", "ab", "x".repeat(61), "élodie.martin", "a b c", "moi@exemple.fr", ".abc", "abc-", "李小龙", "<abc>"])(
    "refuses « %s »",
    (username) => {
      expect(changeUsernameSchema.safeParse({ username }).success).toBe(false);
    },
  );
});

describe("a person with one name only", () => {
  const posted = { lastName: "Soekarno" };

  it("says so in place of a first name, and what was typed there goes", () => {
    expect(identitySchema.parse({ ...posted, hasOneName: "yes" })).toEqual({
      civility: "",
      firstName: "",
      lastName: "Soekarno",
    });
    expect(identitySchema.parse({ ...posted, firstName: "Camille", hasOneName: "yes" }).firstName).toBe("");
    expect(identitySchema.parse({ ...posted, firstName: "Camille" }).firstName).toBe("Camille");
  });

  it("is asked which of the two it is, and has a name", () => {
    const refused = (input: object) => identitySchema.safeParse(input).error?.issues.map(({ path }) => path.join("."));
    expect(refused(posted)).toEqual(["firstName"]);
    expect(refused({ hasOneName: "yes" })).toEqual(["lastName"]);
  });
});

describe("what is wrong is said at once", () => {
  const wrong = (posted: Record<string, string>) =>
    finaliseSchema.safeParse(posted).error?.issues.map(({ path }) => path.join("."));
  const chosen = { password: "trois mots sans lien", passwordConfirmation: "trois mots sans lien", terms: "yes" };

  it("two passwords that differ, beside a missing name and a box left empty", () => {
    expect(wrong({ firstName: "Zoé", password: "trois mots sans lien", passwordConfirmation: "autre" })).toEqual([
      "lastName",
      "terms",
      "passwordConfirmation",
    ]);
  });

  it("a first name beside a last name", () => {
    expect(wrong(chosen)).toEqual(["lastName", "firstName"]);
    expect(wrong({ ...chosen, hasOneName: "yes" })).toEqual(["lastName"]);
  });

  it("once a control: what has its own sentence gets no second one", () => {
    expect(wrong({ ...chosen, firstName: "🙂", lastName: "Nom", password: "court" })).toEqual([
      "firstName",
      "password",
    ]);
  });
});
