import { spawnSync } from "node:child_process";
import { pathToFileURL } from "node:url";
import { inRoot } from "./paths.mjs";

const preload = pathToFileURL(inRoot("scripts", "lib", "one-line-console.mjs")).href;

/** @param {string} line */
function read(line) {
  /** @type {{level: number, msg: string, at: string[]}} */
  const event = JSON.parse(line);
  return event;
}

/**
 * Runs a program after the preload, as the supervisor does; every line that it prints must be JSON.
 * @param {string} program
 * @param {Record<string, string>} env
 */
function run(program, env = {}) {
  const settings = { ...process.env, LOG_LEVEL: "info", ...env };
  const args = ["--import", preload, "--input-type=module", "-e", program];
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { encoding: "utf8", env: settings });
  return { status, stderr, lines: stdout.split("\n").filter(Boolean).map(read) };
}

describe("what a process prints", () => {
  it("is one JSON line a call, colours and line breaks gone", () => {
    const { lines, stderr } = run(`
      console.log("\\u001b[1m▲ Next.js\\u001b[22m 16\\n- Local: %s", "http://localhost");
      console.warn("two", { deep: [1, { two: 2 }] });`);
    expect(stderr).toBe("");
    expect(lines).toEqual([
      { level: 30, time: expect.any(String), event: "console", msg: "▲ Next.js 16 - Local: http://localhost" },
      { level: 40, time: expect.any(String), event: "console", msg: "two { deep: [ 1, { two: 2 } ] }" },
    ]);
  });

  it("says where an error comes from and never its message, which may quote somebody", () => {
    const { lines } = run(`
      const error = Object.assign(new TypeError("camille@example.org"), { code: "57P01", digest: "42" });
      console.error("⨯", error);`);
    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatchObject({ level: 50, msg: "⨯", error: "TypeError", code: "57P01", digest: "42" });
    expect(lines[0]?.at[0]).toMatch(/^at /);
    expect(JSON.stringify(lines)).not.toContain("camille");
  });

  it("keeps to LOG_LEVEL", () => {
    const program = `console.log("a"); console.warn("b"); console.error("c");`;
    expect(run(program, { LOG_LEVEL: "warn" }).lines.map(({ msg }) => msg)).toEqual(["b", "c"]);
    expect(run(program, { LOG_LEVEL: "silent" }).lines).toEqual([]);
  });

  it("holds Node's warnings too", () => {
    const { lines, stderr } = run(`process.emitWarning("old", { type: "DeprecationWarning", code: "DEP1" });`);
    expect(stderr).toBe("");
    expect(lines).toMatchObject([{ level: 40, event: "warning", error: "DeprecationWarning", code: "DEP1" }]);
  });

  it.each([
    ["an error that nobody caught", `setTimeout(() => { throw new RangeError("x\\ny"); });`],
    ["a promise that nobody heard", `void Promise.reject(new RangeError("x\\ny"));`],
  ])("ends with one line, and the process with 1, for %s", (_, program) => {
    const { status, lines, stderr } = run(program);
    expect({ status, stderr }).toEqual({ status: 1, stderr: "" });
    expect(lines).toMatchObject([{ level: 60, event: "process.broken", error: "RangeError" }]);
  });

  it("goes on where somebody else listens, as Next does", () => {
    const { status, lines } = run(`
      process.on("uncaughtException", (error) => console.error("mine", error));
      setTimeout(() => { throw new RangeError("x"); });
      setTimeout(() => console.log("alive"), 50);`);
    expect(status).toBe(0);
    expect(lines.map(({ msg }) => msg)).toEqual(["mine", "alive"]);
  });
});
