import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { tmpdir } from "node:os";
import { ESLint } from "eslint";
import boundaries from "eslint-plugin-boundaries";
import tseslint from "typescript-eslint";
import { rooms } from "./rooms.mjs";

/** One file of each kind; the importer tries them all. */
const targets = {
  vocabulary: "lib/vocabulary/words.ts",
  shared: "lib/shared/dates.ts",
  db: "db/schema/all.ts",
  kernel: "lib/kernel/actor.ts",
  ground: "lib/proofs/password.ts",
  door: "lib/ports/mail/index.ts",
  driver: "lib/ports/mail/smtp.ts",
  keptLetters: "lib/ports/mail/kept-letters.ts",
  seal: "lib/files/storing/sealed-file.ts",
  command: "lib/accounts/commands.ts",
  commandFile: "lib/accounts/commands/sign-in.ts",
  query: "lib/accounts/queries.ts",
  pure: "lib/accounts/schema.ts",
  policy: "lib/accounts/policy.ts",
  job: "lib/accounts/jobs.ts",
  web: "lib/web/auth.ts",
  ui: "components/ui/button.tsx",
  ownComponent: "components/accounts/card.tsx",
  otherComponent: "components/demandes/card.tsx",
  app: "app/page.tsx",
  catalogue: "catalogue/all.ts",
  formOfDemarche: "lib/demarches/schema.ts",
};

const importers = {
  "app/espace/page.tsx":
    "vocabulary shared command commandFile query pure web ui ownComponent otherComponent app catalogue formOfDemarche",
  "components/accounts/form.tsx": "vocabulary shared pure ui ownComponent formOfDemarche",
  "components/ui/field.tsx": "shared ui",
  "lib/web/form-action.ts":
    "vocabulary shared kernel ground door keptLetters command commandFile query pure job web formOfDemarche",
  "lib/demandes/commands.ts":
    "vocabulary shared db kernel ground door keptLetters seal command commandFile query pure policy job formOfDemarche",
  "lib/ports/mail/resend.ts": "shared db kernel ground door driver keptLetters",
  "lib/ports/storage/folder.ts": "shared db kernel ground",
  "lib/proofs/tries.ts": "vocabulary shared db kernel ground",
  "lib/kernel/transact.ts": "vocabulary shared db kernel",
  "db/client.ts": "vocabulary shared db",
  "lib/vocabulary/states.ts": "vocabulary",
  "lib/shared/text.ts": "shared",
  "worker/main.ts":
    "vocabulary shared kernel ground door keptLetters seal command commandFile query pure job catalogue formOfDemarche",
  // Data: what a démarche is made of, and nothing that reads or writes.
  "catalogue/acte.ts": "catalogue formOfDemarche",
};

let folder = "";
let eslint = new ESLint();

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "parvis-rooms-"));
  const write = (/** @type {string} */ file, /** @type {string} */ text) => {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), text);
  };
  write("tsconfig.json", JSON.stringify({ compilerOptions: { paths: { "@/*": ["./*"] } }, include: ["**/*"] }));
  for (const file of [...Object.values(targets), ...Object.keys(importers)]) write(file, "export const x = 1;\n");
  const settings = {
    ...rooms.settings,
    "boundaries/root-path": folder,
    "import/resolver": { typescript: { project: join(folder, "tsconfig.json") } },
  };
  /** @type {import("eslint").Linter.Config<import("eslint").Linter.RulesRecord>} */
  const config = {
    files: ["**/*.{ts,tsx}"],
    plugins: { boundaries },
    languageOptions: { parser: tseslint.parser },
    rules: rooms.rules,
    settings,
  };
  eslint = new ESLint({ cwd: folder, overrideConfigFile: true, overrideConfig: [config] });
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** @param {string} importer */
async function refusals(importer) {
  const names = Object.keys(targets);
  const text = Object.values(targets)
    .map((target, line) => `export * as n${line} from "@/${target.replace(/\.tsx?$/, "")}";`)
    .join("\n");
  const [result] = await eslint.lintText(text, { filePath: join(folder, importer) });
  return new Set(result?.messages.map(({ line }) => names[line - 1]));
}

describe("the rooms of the house", () => {
  it.each(Object.entries(importers))("%s may import only what its room may", async (importer, allowed) => {
    const refused = await refusals(importer);
    const accepted = Object.keys(targets).filter((name) => !refused.has(name));
    expect(accepted).toEqual(Object.keys(targets).filter((name) => allowed.split(" ").includes(name)));
  });

  it("refuses a file that stands in no room", async () => {
    const [result] = await eslint.lintText("export const x = 1;", { filePath: join(folder, "misc/x.ts") });
    expect(result?.messages.map(({ ruleId }) => ruleId)).toContain("boundaries/no-unknown-files");
  });
});
