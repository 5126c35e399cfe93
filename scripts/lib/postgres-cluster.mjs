import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { giveToPostgres, postgresUser } from "./postgres-place.mjs";
import { Refusal } from "./say.mjs";

export const superuser = "parvis";

/**
 * Makes the cluster of an installation: UTF-8, passwords asked even on this machine.
 * @param {import("./postgres-place.mjs").Place} place
 * @param {string} password
 * @param {(text: string) => void} log
 */
export function createCluster(place, password, log) {
  log("Création de la base embarquée…");
  const fresh = `${place.data}/new`;
  const passwordFile = join(place.data, "password");
  rmSync(fresh, { recursive: true, force: true });
  mkdirSync(place.data, { recursive: true, mode: 0o700 });
  writeFileSync(passwordFile, password, { mode: 0o600 });
  giveToPostgres(passwordFile);
  const locale = process.platform === "linux" ? ["--locale=C.UTF-8"] : ["--locale=C"];
  const made = spawnSync(
    join(place.binaries, "bin", "initdb"),
    [
      "-D",
      fresh,
      "-U",
      superuser,
      "--encoding=UTF8",
      ...locale,
      "--auth=scram-sha-256",
      `--pwfile=${passwordFile}`,
      "--no-instructions",
    ],
    { ...postgresUser, cwd: "/", encoding: "utf8" },
  );
  rmSync(passwordFile, { force: true });
  if (made.status !== 0) {
    rmSync(fresh, { recursive: true, force: true });
    const text = [made.stderr, made.error?.message].filter(Boolean).join("");
    if (/No space left/i.test(text))
      throw new Refusal("Le disque est plein : la base embarquée n’a pas pu être créée.");
    throw new Refusal(
      `La base embarquée n’a pas pu être créée : ${firstLine(text.split("\n").find((line) => /error|fatal|could not/i.test(line)) ?? text)}`,
    );
  }
  promote(fresh, place.data);
}

/**
 * `data/new` becomes `data`: by renames, so that a cut leaves either nothing or a whole cluster.
 * @param {string} fresh
 * @param {string} data
 */
function promote(fresh, data) {
  const aside = `${data}.empty`;
  rmSync(aside, { recursive: true, force: true });
  rmSync(`${data}.ready`, { recursive: true, force: true });
  renameSync(fresh, `${data}.ready`);
  renameSync(data, aside);
  renameSync(`${data}.ready`, data);
  rmSync(aside, { recursive: true, force: true });
}

/**
 * Binaries of another major version cannot open this cluster: said before they try.
 * @param {import("./postgres-place.mjs").Place} place
 */
export function checkVersion({ binaries, data }) {
  const kept = readFileSync(join(data, "PG_VERSION"), "utf8").trim();
  const { stdout } = spawnSync(join(binaries, "bin", "postgres"), ["--version"], {
    ...postgresUser,
    cwd: "/",
    encoding: "utf8",
  });
  const major = /(\d+)\./.exec(stdout)?.[1];
  if (major && major !== kept)
    throw new Refusal(
      `La base embarquée est en version ${kept} et Postgres en version ${major} : suivez « Mettre à jour » dans docs/exploitation.md.`,
    );
}

/**
 * A message of Postgres on one line.
 * @param {string} text
 */
export const firstLine = (text) => text.replace(/\s+/g, " ").trim().slice(0, 300);
