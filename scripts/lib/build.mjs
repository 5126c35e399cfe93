import { createHash } from "node:crypto";
import { existsSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { bundleFiles } from "./bundle.mjs";
import { inRoot, root } from "./paths.mjs";
import { runLong, tail } from "./progress.mjs";
import { Refusal } from "./say.mjs";

const sources = ["app", "catalogue", "components", "lib", "db", "worker", "public"];
const configs =
  /^(next\.config|postcss\.config|tsconfig|package-lock|package|proxy|instrumentation)[\w.-]*\.(ts|mjs|json)$/;
const ignored = /\.test\.tsx?$|(^|\/)(node_modules|db\/test|db\/migrations)(\/|$)/;
const stamp = inRoot(".next", "parvis-build.json");

/** One figure for everything that the build reads. */
function hashSources() {
  const hash = createHash("sha256").update(process.env.PARVIS_STANDALONE ?? "");
  const files = [...readdirSync(root).filter((name) => configs.test(name)), ...sources.flatMap(walk)];
  for (const file of files.sort())
    if (!ignored.test(file)) hash.update(`\0${file}\0`).update(readFileSync(join(root, file)));
  return hash.digest("hex");
}

/**
 * @param {string} folder
 * @returns {string[]}
 */
function walk(folder) {
  if (!existsSync(join(root, folder))) return [];
  return readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
    .map((name) => join(folder, name))
    .filter((file) => statSync(join(root, file)).isFile());
}

function isBuilt() {
  try {
    /** @type {{hash: string}} */
    const { hash } = JSON.parse(readFileSync(stamp, "utf8"));
    return hash === hashSources();
  } catch {
    return false;
  }
}

/**
 * Builds the site if its sources changed since the last build. What it starts to read files is made anew each time.
 * @param {NodeJS.ProcessEnv} env
 * @returns {Promise<boolean>} whether it had to be built
 */
export async function buildSite(env) {
  await bundleFiles();
  if (isBuilt()) return false;
  const hash = hashSources();
  rmSync(stamp, { force: true });
  const { status, signal, output } = await runLong(
    process.execPath,
    [inRoot("node_modules/next/dist/bin/next"), "build"],
    {
      label: "Construction du site",
      env,
    },
  );
  if (signal === "SIGKILL")
    throw new Refusal(
      "La construction du site a été arrêtée par le système, sans doute faute de mémoire : il en faut 2 Go.",
    );
  if (status !== 0) {
    if (/ENOSPC|No space left/i.test(output))
      throw new Refusal("Le disque est plein : le site n’a pas pu être construit.");
    throw new Refusal(`Le site n’a pas pu être construit :\n${tail(output, 40)}`);
  }
  writeFileSync(stamp, JSON.stringify({ hash }));
  return true;
}
