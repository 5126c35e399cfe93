import { hkdfSync, randomBytes, randomInt } from "node:crypto";
import { chmodSync, existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { inData } from "./paths.mjs";
import { Refusal } from "./say.mjs";

const key = () => randomBytes(32).toString("base64url");
const syllables =
  "ba be bi bo da de di do fa fe fi fo la le li lo ma me mi mo na ne ni no pa pe pi po ra re ri ro ta te ti to va ve vi vo".split(
    " ",
  );
const word = () => Array.from({ length: 3 }, () => syllables[randomInt(syllables.length)]).join("");

/** Easy to read aloud and to type: four made-up words and a number, about 58 bits. */
const password = () => `${word()}-${word()}-${word()}-${randomInt(100, 1000)}`;

/** @typedef {keyof typeof generators} Secret */
const generators = {
  POSTGRES_PASSWORD: key,
  MASTER_KEY: key,
  SESSION_SECRET: key,
  CRON_SECRET: key,
  DEMO_PASSWORD: password,
};
const names = /** @type {Secret[]} */ (Object.keys(generators));

/**
 * The secrets of this installation, made once and kept beside the data that they open. Never printed, save DEMO_PASSWORD.
 * @returns {Record<Secret, string>}
 */
export function readSecrets() {
  const file = inData("secrets.json");
  const known = knownSecrets();
  const missing = names.filter((name) => !known[name]);
  const made = Object.fromEntries(missing.map((name) => [name, generators[name]()]));
  const secrets = /** @type {Record<Secret, string>} */ ({ ...known, ...made });
  if (missing.length === 0) return secrets;
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(`${file}.tmp`, `${JSON.stringify(secrets, null, 2)}\n`, { mode: 0o600, flush: true });
  chmodSync(`${file}.tmp`, 0o600);
  renameSync(`${file}.tmp`, file);
  return secrets;
}

/**
 * The key of Next's actions, which also draws their names: the same in every build and every process of an installation, so that a form
 * read on one is understood by the next where it has not changed. Base64, as Next reads it.
 * @param {string} sessionSecret
 */
export function actionsKey(sessionSecret) {
  return Buffer.from(hkdfSync("sha256", sessionSecret, "", "next-server-actions", 32)).toString("base64");
}

/**
 * The secrets already made, if any: to read without making.
 * @returns {Partial<Record<Secret, string>>}
 */
export function knownSecrets() {
  const file = inData("secrets.json");
  return existsSync(file) ? parse(file) : {};
}

/**
 * @param {string} file
 * @returns {Partial<Record<Secret, string>>}
 */
function parse(file) {
  try {
    /** @type {Partial<Record<Secret, string>>} */
    const secrets = JSON.parse(readFileSync(file, "utf8"));
    return secrets;
  } catch {
    throw new Refusal(
      `Le fichier des secrets est illisible : remettez ${file} depuis votre sauvegarde, sans quoi les données chiffrées sont perdues.`,
    );
  }
}
