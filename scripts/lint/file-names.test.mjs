import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { root } from "../lib/paths.mjs";
import { nameProblem } from "./file-names.mjs";

const nothing = () => false;

describe("the names of the files of lib", () => {
  it.each([
    "lib/accounts/schema.ts",
    "lib/accounts/policy.test.ts",
    "lib/accounts/commands/sign-in.ts",
    "lib/accounts/access/tokens.ts",
    "lib/wallet/isolation.test.ts",
    "lib/letters/kinds.ts",
    "lib/letters/en/frame.ts",
    "lib/demandes/queries/list-queue.ts",
    "lib/demandes/queries/queue-sql.ts",
    "lib/kernel/actor.ts",
    "lib/ports/mail/index.ts",
    "lib/web/form/form-action.ts",
    "lib/files/parsing/pdf/reach.ts",
  ])("%s may stand there", (path) => {
    expect(nameProblem(path, nothing)).toBeNull();
  });

  it.each([
    ["lib/accounts/free-address.ts", "give it a cupboard"],
    ["lib/accounts/kinds.ts", "give it a cupboard"],
    ["lib/accounts/moves/x.ts", "no cupboard of lib/accounts"],
    ["lib/surveys/answering/x.ts", "no cupboard of lib/surveys"],
    ["lib/demandes/queries/unattended-services.ts", "a query is called"],
    ["lib/accounts/commands/sessions.ts", "a verb and a noun"],
    ["lib/accounts/commands/settle-account.ts", "a closed list"],
    ["lib/web/note.ts", "choose one"],
    ["lib/web/misc/note.ts", "choose one"],
    ["lib/kernel/utils.ts", "says nothing"],
    ["lib/demandes/index.ts", "no index.ts"],
    ["lib/demandes/rules/Delays.ts", "kebab-case"],
  ])("%s may not: %s", (path, problem) => {
    expect(nameProblem(path, nothing)).toMatch(problem);
  });

  it("refuses a file beside the folder of its name", () => {
    const exists = (/** @type {string} */ path) => path === "lib/accounts/queries.ts";
    expect(nameProblem("lib/accounts/queries/list-accounts.ts", exists)).toMatch("stands beside the folder");
    expect(nameProblem("lib/demandes/queries/list-queue.ts", exists)).toBeNull();
  });

  it("is true of the whole of lib, its tests included", () => {
    const files = readdirSync(join(root, "lib"), { recursive: true, encoding: "utf8" })
      .map((name) => `lib/${name.replaceAll("\\", "/")}`)
      .filter((name) => /\.tsx?$/.test(name));
    expect(files.length).toBeGreaterThan(600);
    const problems = files.map((name) => [name, nameProblem(name, (path) => existsSync(join(root, path)))]);
    expect(problems.filter(([, problem]) => problem !== null)).toEqual([]);
  });
});
