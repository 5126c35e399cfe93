import { chmodSync, mkdirSync, mkdtempSync, rmSync, statSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openToRead, openWay } from "./postgres-place.mjs";

/** Where Postgres works as another user than who starts the portal: what that user may cross and read. */
const modeOf = (/** @type {string} */ path) => (statSync(path).mode & 0o777).toString(8);

let home = "";
let umask = 0;
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), "parvis-place-"));
  umask = process.umask(0o077);
});
afterEach(() => {
  process.umask(umask);
  rmSync(home, { recursive: true, force: true });
});

describe("the way to the data of Postgres", () => {
  it("may be crossed by others from its first day, under a shell that closes what it makes", () => {
    openWay(join(home, "away"));
    expect(modeOf(join(home, "away"))).toBe("711");
  });

  it("is mended where an earlier start left it closed, and takes nothing from what is open", () => {
    for (const { before, after } of [
      { before: 0o700, after: "711" },
      { before: 0o755, after: "755" },
    ]) {
      chmodSync(home, before);
      openWay(home);
      expect(modeOf(home)).toBe(after);
    }
  });
});

describe("the copy of its programs", () => {
  it("may be read and run by others, though it comes from a closed checkout", () => {
    const folder = join(home, "native");
    mkdirSync(join(folder, "bin"), { recursive: true });
    writeFileSync(join(folder, "bin", "postgres"), "", { mode: 0o700 });
    writeFileSync(join(folder, "bin", "postgres.bki"), "", { mode: 0o600 });
    symlinkSync("absent", join(folder, "lib.so"));
    openToRead(folder);
    const modes = ["", "bin", "bin/postgres", "bin/postgres.bki"].map((path) => modeOf(join(folder, path)));
    expect(modes).toEqual(["755", "755", "755", "644"]);
  });
});
