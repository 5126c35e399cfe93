import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import ts from "typescript";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const actor = join(root, "lib/kernel/actor.ts");

/** Where a kind of actor must be thought of: whose name stays in the journal, what it reaches, as whom it is told, how it is counted. */
const places = [
  "lib/audit/types.ts",
  "lib/demandes/access/history-actor.ts",
  "lib/demandes/access/scope.ts",
  "lib/files/storing/ceilings.ts",
  "lib/kernel/actor.ts",
  "lib/kernel/staff.ts",
  "lib/web/form/limits.ts",
];

/**
 * The places that do not compile with this text in place of lib/kernel/actor.ts.
 *
 * @param {string} text
 */
function brokenBy(text) {
  const { config } = ts.readConfigFile(join(root, "tsconfig.json"), (path) => ts.sys.readFile(path));
  const { options } = ts.parseJsonConfigFileContent({ ...config, include: [], files: places }, ts.sys, root);
  const settings = { ...options, noEmit: true, incremental: false, plugins: undefined };
  const host = ts.createCompilerHost(settings);
  const read = host.readFile.bind(host);
  host.readFile = (path) => (path === actor ? text : read(path));
  const files = places.map((place) => join(root, place));
  const program = ts.createProgram(files, settings, host);
  return places.filter((place) => program.getSemanticDiagnostics(program.getSourceFile(join(root, place))).length > 0);
}

describe("a kind of actor more", () => {
  it("does not compile until each place that depends on it says what it does", () => {
    const text = ts.sys.readFile(actor) ?? "";
    expect(brokenBy(text)).toEqual([]);
    const more = text.replace("| System;", '| System | { kind: "key"; keyId: string };');
    expect(more).not.toBe(text);
    expect(brokenBy(more)).toEqual(places);
  }, 120_000);
});
