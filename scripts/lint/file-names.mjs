import { existsSync } from "node:fs";
import { join, posix, relative, sep } from "node:path";

/** The closed vocabulary of `lib`: which files may stand at the root of a module, which folders in it (docs/style.md). */
const rootFiles = new Set([
  "answers",
  "commands",
  "form",
  "jobs",
  "personal",
  "policy",
  "queries",
  "rules",
  "schema",
  "sections",
  "status",
  "summary",
  "testing",
  "types",
  "visibility",
]);
const cupboards = ["commands", "jobs", "queries", "rules", "schema", "steps", "testing", "types"];

/**
 * What a module has besides: cupboards of its own, and files of its root that no other has.
 * @type {Readonly<Record<string, {folders?: readonly string[], files?: readonly string[]}>>}
 */
const own = {
  accounts: { folders: ["access", "email", "profile", "recovery"] },
  audit: { folders: ["journal", "tasks"] },
  demandes: { folders: ["access", "copy", "draft", "files", "filing", "moves", "pdf", "revision"] },
  demarches: { folders: ["fields", "formats", "search", "shape", "values"] },
  exports: { folders: ["content", "making"], files: ["registry"] },
  files: { folders: ["inspecting", "parsing", "pool", "storing"] },
  letters: { folders: ["facts", "outbox", "wording"], files: ["kinds"] },
  organisation: { folders: ["services", "settings"] },
  staff: { folders: ["access", "agents"] },
};

/** Rooms that are no modules, and those of them that hold folders alone. */
const flat = new Set(["kernel", "places", "ports", "proofs", "shared", "upkeep", "vocabulary"]);
const webFolders = ["form", "identity", "page", "route", "session", "upload"];

/** What a query begins with; what is shared by several ends with what it is. */
const queryName = /^(count|find|get|has|is|list|peek|read|render|search)-|-(columns|sql)$/;
/** What a command begins with. A verb that means one of these takes it; another is added here, on purpose. */
const commandVerbs = new Set(
  `activate add announce ask attach cancel change claim close complete confirm correct decide declare delete draft end finalise invite keep link make manage note open publish quit read recognise refuse register reject release remind remove reopen reset restore save send sign start stop submit suspend take unlink validate verify withdraw`.split(
    " ",
  ),
);
const empty = new Set(["helper", "helpers", "manager", "misc", "service", "util", "utils"]);

/**
 * Why a file of `lib` may not be called so; null when it may.
 * @param {string} path from the root of the tree, « / » between its parts
 * @param {(path: string) => boolean} exists
 * @returns {string | null}
 */
export function nameProblem(path, exists) {
  const [, room = "", ...parts] = path.split("/");
  const base = (parts.at(-1) ?? "").replace(/(\.(db|property))?\.test\.tsx?$|\.d\.ts$|\.tsx?$/, "");
  const isTest = /\.test\.tsx?$/.test(path);
  const folders = parts.slice(0, -1);
  if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(base)) return "a file is called in kebab-case";
  if (empty.has(base)) return `« ${base} » says nothing: name what it does`;
  if (base === "index") return room === "ports" ? null : "no index.ts but the door of a port";
  const twin = folders.length > 0 ? posix.join("lib", room, ...folders) : null;
  if (twin && (exists(`${twin}.ts`) || exists(`${twin}.tsx`))) return `${twin}.ts stands beside the folder ${twin}/`;
  if (flat.has(room)) return null;
  const [folder] = folders;
  if (room === "web") {
    if (folder && webFolders.includes(folder)) return null;
    return `lib/web has ${webFolders.join(", ")}: choose one`;
  }
  const { folders: ownFolders = [], files = [] } = own[room] ?? {};
  if (!folder) {
    if (isTest || rootFiles.has(base) || files.includes(base)) return null;
    return `« ${base} » is no file of a module's root: give it a cupboard (docs/style.md)`;
  }
  // A language of the letters is a cupboard of its own.
  if (room === "letters" && /^[a-z]{2}$/.test(folder)) return null;
  if (![...cupboards, ...ownFolders].includes(folder))
    return `« ${folder}/ » is no cupboard of lib/${room} (docs/style.md)`;
  if (folder === "queries" && !isTest && !queryName.test(base))
    return "a query is called get-, find-, list-, count- or search-";
  if (folder === "commands" && !isTest && !isCommandName(base))
    return "a command is called by a verb and a noun, the verb out of a closed list";
  return null;
}

/** @param {string} base */
function isCommandName(base) {
  const [verb = "", ...noun] = base.split("-");
  return noun.length > 0 && commandVerbs.has(verb);
}

/** @type {import("eslint").Rule.RuleModule} */
export const fileNames = {
  meta: { type: "problem", messages: { wrong: "{{problem}}." }, schema: [] },
  create: (context) => ({
    Program(node) {
      const path = relative(context.cwd, context.filename).split(sep).join("/");
      const problem = nameProblem(path, (other) => existsSync(join(context.cwd, other)));
      if (problem) context.report({ node, messageId: "wrong", data: { problem } });
    },
  }),
};
