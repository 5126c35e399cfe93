import { closeSync, existsSync, mkdirSync, mkdtempSync, openSync, readFileSync, rmSync, writeSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { turnLog } from "./postgres-log.mjs";

let home = "";
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), "parvis-log-"));
  mkdirSync(join(home, "logs"));
});
afterEach(() => rmSync(home, { recursive: true, force: true }));

describe("the journal of Postgres", () => {
  const file = () => join(home, "logs", "postgres.log");
  const read = (/** @type {string} */ path) => readFileSync(path, "utf8");

  it("is turned while Postgres holds it open, and never grows past what it keeps", () => {
    const held = openSync(file(), "a");
    writeSync(held, "x".repeat(11));
    turnLog(home, 10);
    writeSync(held, "next");
    expect(read(file())).toBe("next");
    expect(read(`${file()}.1`)).toBe("x".repeat(11));
    writeSync(held, "y".repeat(9));
    turnLog(home, 10);
    expect(read(`${file()}.1`)).toBe(`next${"y".repeat(9)}`);
    expect(read(file())).toBe("");
    closeSync(held);
  });

  it("is left as it is while it is short, or not there", () => {
    turnLog(home, 10);
    expect(existsSync(file())).toBe(false);
    const held = openSync(file(), "a");
    writeSync(held, "x".repeat(10));
    turnLog(home, 10);
    expect(read(file())).toHaveLength(10);
    expect(existsSync(`${file()}.1`)).toBe(false);
    closeSync(held);
  });

  it("is emptied even where it cannot be kept beside itself", () => {
    const held = openSync(file(), "a");
    writeSync(held, "x".repeat(11));
    mkdirSync(`${file()}.1`);
    turnLog(home, 10);
    expect(read(file())).toBe("");
    closeSync(held);
  });
});
