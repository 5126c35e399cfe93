import fc from "fast-check";
import { csvLine, csvStart } from "./csv";

/** Reads a line back as a spreadsheet does: quoted cells, doubled quotes. */
function read(line: string): string[] {
  const cells: string[] = [];
  const pattern = /"((?:[^"]|"")*)"(;|\r\n)/gy;
  let end = 0;
  for (let match = pattern.exec(line); match; match = pattern.exec(line)) {
    cells.push((match[1] ?? "").replaceAll('""', '"'));
    end = pattern.lastIndex;
    if (match[2] === "\r\n") break;
  }
  expect(end).toBe(line.length);
  return cells;
}

const dangerous = ["=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠", "﹦", "﹢", "﹣", "﹫", "−"];

describe("a line of CSV (Q32)", () => {
  it.each(dangerous)("keeps %j at the start of a cell as text", (start) => {
    expect(read(csvLine([`${start}1+1`]))).toEqual([`'${start}1+1`]);
  });

  it.each([" =1", "\u00a0=1", "\u200b=1", "'=1", '"=1', " \t@SUM(A1)"])(
    "is not fooled by what stands before: %j",
    (text) => {
      expect(read(csvLine([text]))).toEqual([`'${text}`]);
    },
  );

  it("leaves ordinary texts as they are", () => {
    const cells = ["Demande soumise", "l’école – 3 = 3", "", "a;b", 'dit "oui"', "2026-11-27"];
    expect(read(csvLine(cells))).toEqual(cells);
    expect(csvStart).toBe("\ufeff");
  });

  it("gives back every cell, and none that a spreadsheet would run", () => {
    const text = fc.oneof(
      fc.string({ unit: "binary" }),
      fc
        .tuple(fc.constantFrom("", " ", "\u00a0", "\ufeff", "\u0001"), fc.constantFrom(...dangerous), fc.string())
        .map((parts) => parts.join("")),
    );
    fc.assert(
      fc.property(fc.array(text, { minLength: 1, maxLength: 8 }), (cells) => {
        const back = read(csvLine(cells));
        expect(back).toHaveLength(cells.length);
        back.forEach((cell, at) => {
          const plain = (cells[at] ?? "").replaceAll("\u0000", "");
          expect([plain, `'${plain}`]).toContain(cell);
          expect(dangerous).not.toContain(Array.from(cell.trim())[0]);
        });
      }),
      { numRuns: 2_000 },
    );
  });
});
