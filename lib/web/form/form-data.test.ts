import fc from "fast-check";
import { z } from "zod";
import { listOf, requiredText } from "@/lib/shared/form-schema";
import { errorsOf, attemptAfter } from "./form-errors";
import { readFlat, toTree, unstorableNames, valuesOf } from "./form-data";

function form(...entries: [string, string | Blob][]): FormData {
  const data = new FormData();
  for (const [name, value] of entries) data.append(name, value);
  return data;
}

describe("readFlat", () => {
  it("leaves out the framework's keys and files, and gathers repeated names", () => {
    const data = form(
      ["$ACTION_ID_1", ""],
      ["$ACTION_1:0", "x"],
      ["a", "1"],
      ["a", "2"],
      ["f", new Blob(["x"])],
      ["b", "3"],
    );
    expect(readFlat(data)).toEqual({ a: ["1", "2"], b: "3" });
  });

  it("gives NFC text and plain line breaks", () => {
    expect(readFlat(form(["a", "e\u0301\r\nb\rc"]))).toEqual({ a: "é\nb\nc" });
  });
});

describe("valuesOf", () => {
  it("never gives a secret back", () => {
    const typed = [
      "password",
      "currentPassword",
      "passwordConfirmation",
      "jeton",
      "token",
      "code",
      "robot-code",
      "account.password",
    ];
    const flat = readFlat(form(["email", "a@b.fr"], ...typed.map((name): [string, string] => [name, "secret"])));
    expect(valuesOf(flat)).toEqual({ email: "a@b.fr" });
  });
});

describe("toTree", () => {
  it("makes objects and lists from paths", () => {
    const flat = {
      "address.postalCode": "80000",
      "children.0.firstName": "Lou",
      "children.1.firstName": "Noa",
      "holes.2": "x",
    };
    expect(toTree(flat)).toEqual({
      address: { postalCode: "80000" },
      children: [{ firstName: "Lou" }, { firstName: "Noa" }],
      holes: { 2: "x" },
    });
  });

  it("pollutes no prototype, whatever the names", () => {
    const names = fc.array(fc.constantFrom("__proto__", "constructor", "prototype", "toString", "a", "0"), {
      minLength: 1,
      maxLength: 5,
    });
    fc.assert(
      fc.property(fc.array(fc.tuple(names, fc.string()), { maxLength: 8 }), (entries) => {
        const tree = toTree(
          readFlat(form(...entries.map(([path, value]): [string, string] => [path.join("."), value]))),
        );
        expect(({} as Record<string, unknown>).a).toBeUndefined();
        expect(Object.getPrototypeOf(tree)).toBe(Object.prototype);
        expect(Object.prototype.hasOwnProperty.call(tree, "__proto__")).toBe(false);
      }),
    );
  });

  it("never throws, and zod answers by fields, whatever is posted", () => {
    const schema = z.object({
      email: requiredText("Saisissez votre courriel."),
      role: z.undefined(),
      kinds: listOf(z.string()),
    });
    const name = fc.oneof(
      fc.constantFrom("email", "email.0", "email.x", "kinds", "kinds.0", "admin", "role"),
      fc.string(),
    );
    fc.assert(
      fc.property(fc.array(fc.tuple(name, fc.string({ unit: "binary" })), { maxLength: 12 }), (entries) => {
        const parsed = schema.safeParse(toTree(readFlat(form(...entries))));
        if (parsed.success)
          expect(Object.keys(parsed.data).every((key) => ["email", "role", "kinds"].includes(key))).toBe(true);
        else expect(Object.values(errorsOf(parsed.error).errors).every((sentence) => sentence.length > 0)).toBe(true);
      }),
      { numRuns: 2_000 },
    );
  });
});

it("names the controls that hold a character which cannot be stored", () => {
  expect(unstorableNames({ a: "bon", b: "ma\u0000l", c: ["x", "\u0000"] })).toEqual(["b", "c"]);
});

it("keeps the first sentence of each field", () => {
  const parsed = z.object({ a: z.string("un").min(3, "deux") }).safeParse({ a: "" });
  expect(parsed.error && errorsOf(parsed.error).errors).toEqual({ a: "deux" });
});

it("reads nothing but a number of attempts from what the browser says of the past", () => {
  expect(attemptAfter({ status: "error", attempt: 2 })).toBe(3);
  for (const forged of [null, undefined, "x", { attempt: "9" }, { attempt: -4 }, { attempt: Number.NaN }, []])
    expect(attemptAfter(forged)).toBe(1);
});

it("gives errors in the order of the form, those of rules over several controls among them", () => {
  const schema = z
    .object({ first: z.string(), second: z.string().min(1) })
    .refine(({ first }) => first !== "", { path: ["first"], when: () => true })
    .transform((value) => value);
  const { error } = schema.safeParse({ first: "", second: "" });
  expect(error && Object.keys(errorsOf(error, schema).errors)).toEqual(["first", "second"]);
});
