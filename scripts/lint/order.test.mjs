import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

/**
 * Writes a small tree, cruises it with our rules, and gives the names of the rules that were broken.
 * @param {Record<string, string>} files
 * @returns {string[]}
 */
function brokenRules(files) {
  const folder = mkdtempSync(join(tmpdir(), "parvis-order-"));
  for (const [file, text] of Object.entries({
    "tsconfig.json": `{"compilerOptions":{"paths":{"@/*":["./*"]}}}`,
    ...files,
  })) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), text);
  }
  const args = [
    join(root, "node_modules/dependency-cruiser/bin/dependency-cruise.mjs"),
    "lib",
    "--config",
    join(root, ".dependency-cruiser.cjs"),
  ];
  try {
    const output = execFileSync(process.execPath, [...args, "--output-type", "json"], {
      cwd: folder,
      encoding: "utf8",
    });
    /** @type {{summary: {violations: {rule: {name: string}}[]}}} */
    const { summary } = JSON.parse(output);
    return summary.violations.map(({ rule }) => rule.name);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const from = (/** @type {string} */ path) => `export * from "@/lib/${path}";\n`;
const leaf = "export const x = 1;\n";

describe("the order of the modules", () => {
  it("has a place for every module, and the README says it in the same order", () => {
    /** @type {{forbidden: {name: string}[]}} */
    const { forbidden } = createRequire(import.meta.url)(join(root, ".dependency-cruiser.cjs"));
    const named = (/** @type {string} */ prefix) =>
      forbidden.flatMap(({ name }) => (name.startsWith(prefix) ? [name.slice(prefix.length)] : []));
    const order = named("order-");
    const rooms = ["kernel", "places", "ports", "proofs", "shared", "upkeep", "vocabulary", "web"];
    const modules = readdirSync(join(root, "lib")).filter((name) => !rooms.includes(name));
    expect(modules.filter((name) => ![...order, ...named("alone-")].includes(name))).toEqual([]);
    const told = /^ +(\w+(?: < \w+)+)/m.exec(readFileSync(join(root, "README.md"), "utf8"))?.[1]?.split(" < ") ?? [];
    expect(told).toEqual(order.filter((name) => modules.includes(name)));
  });

  it("accepts an import to the left", () => {
    expect(
      brokenRules({ "lib/demandes/commands.ts": from("accounts/queries"), "lib/accounts/queries.ts": leaf }),
    ).toEqual([]);
  });

  it("refuses an import to the right", () => {
    const tree = { "lib/accounts/commands.ts": from("demandes/queries"), "lib/demandes/queries.ts": leaf };
    expect(brokenRules(tree)).toEqual(["order-accounts"]);
  });

  it("refuses that a type travels to the left", () => {
    const tree = {
      "lib/wallet/types.ts": `import type { X } from "@/lib/messages/types";\nexport type Y = X;\n`,
      "lib/messages/types.ts": "export type X = 1;\n",
    };
    expect(brokenRules(tree)).toEqual(["order-wallet"]);
  });

  it("refuses that the town knows its agents", () => {
    const tree = { "lib/organisation/commands/add.ts": from("staff/policy"), "lib/staff/policy.ts": leaf };
    expect(brokenRules(tree)).toEqual(["order-organisation"]);
  });

  it("lets departure import every module, and none import it", () => {
    const right = { "lib/departure/leave.ts": from("messages/queries"), "lib/messages/queries.ts": leaf };
    expect(brokenRules(right)).toEqual([]);
    const left = { "lib/messages/commands.ts": from("departure/leave"), "lib/departure/leave.ts": leaf };
    expect(brokenRules(left)).toEqual(["order-messages"]);
  });

  it("refuses that audit imports a module", () => {
    expect(
      brokenRules({ "lib/audit/queries.ts": from("organisation/queries"), "lib/organisation/queries.ts": leaf }),
    ).toEqual(["alone-audit"]);
  });

  it("refuses a cycle inside one room", () => {
    const tree = { "lib/kernel/a.ts": from("kernel/b"), "lib/kernel/b.ts": from("kernel/a") };
    expect(brokenRules(tree)).toContain("no-cycle");
  });

  it("refuses an import that leads nowhere", () => {
    expect(brokenRules({ "lib/kernel/a.ts": from("kernel/missing") })).toEqual(["no-unresolved"]);
  });
});
