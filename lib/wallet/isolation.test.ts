import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { dirname, join, relative } from "node:path";

/** F136: « l’administration n’y a pas accès ». No path of the agents' side, however long, leads to the wallet's key. */

const root = process.cwd();

function filesUnder(folder: string): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = `${folder}/${entry.name}`;
    if (entry.isDirectory()) return filesUnder(path);
    return /\.tsx?$/.test(entry.name) && !entry.name.includes(".test.") ? [path] : [];
  });
}

function importsOf(path: string): string[] {
  const source = readFileSync(join(root, path), "utf8");
  const specifiers = [...source.matchAll(/(?:from\s+|import\s*\(\s*|import\s+)"([^"]+)"/g)].map(
    ([, specifier = ""]) => specifier,
  );
  return specifiers.flatMap((specifier) => resolve(path, specifier) ?? []);
}

function resolve(from: string, specifier: string): string | null {
  if (!specifier.startsWith("@/") && !specifier.startsWith(".")) return null;
  const target = specifier.startsWith("@/") ? specifier.slice(2) : relative(root, join(root, dirname(from), specifier));
  const candidates = [`${target}.ts`, `${target}.tsx`, `${target}/index.ts`, target];
  return candidates.find((path) => existsSync(join(root, path)) && statSync(join(root, path)).isFile()) ?? null;
}

/** Every file that these lead to, with the one that led there. */
function reachable(entries: readonly string[]): Map<string, string> {
  const seen = new Map(entries.map((entry) => [entry, ""]));
  const waiting = [...entries];
  for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
    for (const next of importsOf(path)) {
      if (seen.has(next)) continue;
      seen.set(next, path);
      waiting.push(next);
    }
  }
  return seen;
}

it("finds what a file imports (otherwise the next test would prove nothing)", () => {
  expect(reachable(["lib/demandes/commands/attach-from-wallet.ts"]).has("lib/wallet/steps/wallet-key.ts")).toBe(true);
});

it("never leads from the agents' side to the wallet", () => {
  const entries = [
    ...filesUnder("app/admin"),
    ...["audit", "desk", "organisation", "staff"].flatMap((room) => filesUnder(`components/${room}`)),
    ...filesUnder("components").filter((path) => path.includes("/agents/")),
  ];
  expect(entries.length).toBeGreaterThan(10);
  const led = [...reachable(entries)].filter(([path]) => path.startsWith("lib/wallet/"));
  expect(led).toEqual([]);
});

it("unwraps the key in one file", () => {
  const users = filesUnder("lib")
    .filter((path) => !/\/testing(?:\/|[\w-]*\.ts$)/.test(path))
    .filter((path) => readFileSync(join(root, path), "utf8").includes('unwrapKey("wallet"'));
  expect(users).toEqual(["lib/wallet/steps/wallet-key.ts"]);
});
