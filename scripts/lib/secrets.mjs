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

const generators = {
  POSTGRES_PASSWORD: key,
  MASTER_KEY: key,
  SESSION_SECRET: key,
  CRON_SECRET: key,
  DEMO_PASSWORD: password,
};

/** The secrets of this installation, made once and kept beside the data that they open. Never printed, save DEMO_PASSWORD. */
export function readSecrets() {
  const file = inData("secrets.json");
  const known = knownSecrets();
  const missing = Object.keys(generators).filter((name) => !known[name]);
  if (missing.length === 0) return known;
  for (const name of missing) known[name] = generators[name]();
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(`${file}.tmp`, `${JSON.stringify(known, null, 2)}\n`, { mode: 0o600, flush: true });
  chmodSync(`${file}.tmp`, 0o600);
  renameSync(`${file}.tmp`, file);
  return known;
}

/**
 * The key of Next's actions, which also draws their names: the same in every build and every process of an installation, so that a form
 * read on one is understood by the next where it has not changed. Base64, as Next reads it.
 */
export function actionsKey(sessionSecret) {
  return Buffer.from(hkdfSync("sha256", sessionSecret, "", "next-server-actions", 32)).toString("base64");
}

/** The secrets already made, if any: to read without making. */
export function knownSecrets() {
  const file = inData("secrets.json");
  return existsSync(file) ? parse(file) : {};
}

function parse(file) {
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch {
    throw new Refusal(
      `Le fichier des secrets est illisible : remettez ${file} depuis votre sauvegarde, sans quoi les données chiffrées sont perdues.`,
    );
  }
}
