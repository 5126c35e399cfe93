import fc from "fast-check";
import { nextUsername, usernameBase } from "./username";

describe("usernameBase (T1, F32)", () => {
  it.each([
    ["Camille", "Martin", "camille.martin"],
    ["Élodie", "D’Aubigné-Lefèvre", "elodie.d-aubigne-lefevre"],
    ["Jean Paul", "de La Tour", "jean-paul.de-la-tour"],
    ["Œdipe", "Cæsar", "oedipe.caesar"],
    ["Ö", "Ü", "o.u"],
    ["  ", "Martin", "martin"],
    ["李", "王", "usager"],
    ["🙂", "--", "usager"],
    ["A", "王", "usager"],
    ["Łukasz", "Sørensen", "lukasz.sorensen"],
  ])("%s %s → %s", (first, last, base) => {
    expect(usernameBase(first, last)).toBe(base);
  });

  it("is always short, plain and made of something, whatever the names", () => {
    const name = fc.oneof(
      fc.string({ maxLength: 400, unit: "grapheme" }),
      fc.string({ minLength: 300, maxLength: 400 }),
      fc.constant("a"),
    );
    fc.assert(
      fc.property(name, name, (first, last) => {
        expect(usernameBase(first, last)).toMatch(/^(?=.{3,54}$)[a-z0-9]+(?:[.-][a-z0-9]+)*$/);
      }),
      { numRuns: 2_000 },
    );
  });
});

describe("nextUsername", () => {
  it("numbers homonyms from 2", () => {
    expect(nextUsername("a.b", [])).toBe("a.b");
    expect(nextUsername("a.b", ["a.bernard"])).toBe("a.b");
    expect(nextUsername("a.b", ["a.b"])).toBe("a.b2");
    expect(nextUsername("a.b", ["a.b", "a.b2", "a.b4"])).toBe("a.b3");
  });
});
