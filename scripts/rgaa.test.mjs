import { existsSync, readFileSync } from "node:fs";
import { inRoot } from "./lib/paths.mjs";

/** Criteria of each theme of the RGAA 4.1.2, 106 in all. */
const themes = [9, 2, 3, 13, 8, 2, 5, 10, 4, 14, 13, 11, 12];
const grid = readFileSync(inRoot("docs", "rgaa.md"), "utf8");
const rows = grid
  .split("\n")
  .map((line) => line.split("|").map((cell) => cell.trim()))
  .filter(([, criterion]) => /^\d+\.\d+$/.test(criterion ?? ""))
  .map(([, criterion = "", asked = "", verdict = "", evidence = ""]) => ({ criterion, asked, verdict, evidence }));

describe("the grid of the RGAA (docs/rgaa.md)", () => {
  it("judges each of the 106 criteria once, in order", () => {
    const expected = themes.flatMap((count, theme) => Array.from({ length: count }, (_, n) => `${theme + 1}.${n + 1}`));
    expect(expected).toHaveLength(106);
    expect(rows.map(({ criterion }) => criterion)).toEqual(expected);
  });

  it("has none that fails, and none without a reason or a proof", () => {
    for (const { criterion, verdict, evidence } of rows) {
      expect([criterion, ["C", "NA"].includes(verdict)]).toEqual([criterion, true]);
      expect([criterion, evidence.length > 3]).toEqual([criterion, true]);
    }
  });

  it("proves by files that exist", () => {
    const files = [...grid.matchAll(/`((?:app|components|e2e|lib|scripts)\/[^`]+)`/g)].map(([, file = ""]) => file);
    expect(files.length).toBeGreaterThan(50);
    expect(files.filter((file) => !existsSync(inRoot(file)))).toEqual([]);
  });

  it("counts what it shows", () => {
    const of = (/** @type {string} */ wanted) => rows.filter(({ verdict }) => verdict === wanted).length;
    expect(grid).toContain(`${of("C")} critères conformes, ${of("NC")} non conforme, ${of("NA")} sans objet`);
  });
});
