import fc from "fast-check";
import { makeNumber, readNumber } from "./number";

const alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const bytes = fc.uint8Array({ minLength: 7, maxLength: 7 });
const number = fc.tuple(fc.integer({ min: 2026, max: 2099 }), bytes).map(([year, random]) => makeNumber(year, random));

describe("the number of a demande", () => {
  it("has the form 2026-XXXX-XXXX", () => {
    fc.assert(fc.property(number, (text) => /^20\d{2}-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}$/.test(text)));
  });

  it("is read as it was made", () => {
    fc.assert(fc.property(number, (text) => readNumber(text) === text));
  });

  it("catches any single wrong character", () => {
    const spoilt = fc.tuple(number, fc.integer({ min: 2, max: 13 }), fc.constantFrom(...alphabet));
    fc.assert(
      fc.property(spoilt, ([text, at, other]) => {
        fc.pre(text.charAt(at) !== "-" && text.charAt(at) !== other);
        return readNumber(text.slice(0, at) + other + text.slice(at + 1)) === null;
      }),
      { numRuns: 2_000 },
    );
  });

  it("forgives case, spaces, dashes, O for 0, I and L for 1", () => {
    const made = makeNumber(2026, new Uint8Array([0, 1, 0, 1, 0, 1, 0]));
    const spoken = ` n° ${made.toLowerCase().replaceAll("-", " – ").replace("01", "ol")} `;
    expect(readNumber(spoken.trim())).toBe(made);
  });

  it.each(["", "2026", "2026-UUUU-UUUU", "1999-0000-0000", "2026-0000-00000", "../../etc/passwd"])(
    "refuses « %s »",
    (text) => {
      expect(readNumber(text)).toBeNull();
    },
  );

  it("never throws, whatever is typed", () => {
    fc.assert(fc.property(fc.string({ maxLength: 10_000 }), (text) => readNumber(text) === null || true));
  });

  it("needs its seven random bytes", () => {
    expect(() => makeNumber(2026, new Uint8Array(3))).toThrow();
  });
});
