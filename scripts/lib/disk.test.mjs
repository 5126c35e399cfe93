import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { makeFolder } from "./disk.mjs";
import { Refusal } from "./say.mjs";

const place = mkdtempSync(join(tmpdir(), "parvis-disk-"));
afterAll(() => rmSync(place, { recursive: true }));

it("makes a folder and those above it, and takes one that is there", () => {
  const folder = join(place, "a", "b");
  makeFolder(folder);
  makeFolder(folder);
  expect(existsSync(folder)).toBe(true);
});

it("ends with a sentence where no folder can be made", () => {
  writeFileSync(join(place, "file"), "");
  for (const nowhere of [join(place, "file", "x"), "/proc/nope/x"]) expect(() => makeFolder(nowhere)).toThrow(Refusal);
});
