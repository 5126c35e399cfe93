import { codeOf, textOf } from "./errors.mjs";
import { writeToJournal } from "./journal.mjs";

/** What the operator reads. Everything in French, one sentence a line. */
const started = Date.now();
const colour = process.stdout.isTTY && !process.env.NO_COLOR;
/** @type {(code: number, text: string) => string} */
const paint = (code, text) => (colour ? `\x1b[${code}m${text}\x1b[0m` : text);

/** @param {string} text */
export const bold = (text) => paint(1, text);
/** @param {string} text */
export const green = (text) => paint(32, text);
/** @param {string} text */
export const red = (text) => paint(31, text);

let isJournal = false;
// Whoever read us may be gone (a terminal, a pipe): what must still be stopped or started is.
for (const stream of [process.stdout, process.stderr]) stream.on("error", () => undefined);

/**
 * From now on each sentence is one JSON line, like those of the site and of the worker: for a town's own portal, whose output a
 * journal collects. A person at a terminal, or who tries the demonstration, reads sentences.
 */
export function toJournal() {
  isJournal = !process.stdout.isTTY && (process.env.NODE_ENV === "production" || Boolean(process.env.DATABASE_URL));
  return isJournal;
}

/** @param {string} text */
export function say(text) {
  if (isJournal) return writeToJournal(30, { event: "supervisor", msg: text });
  const seconds = ((Date.now() - started) / 1000).toFixed(1).padStart(5);
  process.stdout.write(`${paint(2, `${seconds} s`)}  ${text}\n`);
}

/** A failure that is explained by one sentence: shown without a stack. */
export class Refusal extends Error {}

/**
 * The sentence of what stopped us, whatever it was.
 * @param {unknown} error
 */
export function sentence(error) {
  if (error instanceof Refusal) return error.message;
  const code = codeOf(error);
  const path = textOf(error, "path");
  if (code === "ENOSPC") return "Le disque est plein : libérez de la place, puis recommencez.";
  if (code === "EROFS") return `Le disque est en lecture seule : ${path ?? "rien ne peut y être écrit"}.`;
  if (code === "EACCES" || code === "EPERM")
    return `Accès refusé à ${path ?? "un fichier"} : vérifiez les droits de ce dossier.`;
  return `Erreur inattendue : ${textOf(error, "stack") ?? String(error)}`;
}

/**
 * Runs a script's body; a failure gives its sentence and exit code 1.
 * @param {() => Promise<void>} body
 */
export async function main(body) {
  try {
    await body();
  } catch (error) {
    if (isJournal) writeToJournal(60, { event: "supervisor.refused", msg: sentence(error) });
    else process.stderr.write(`\n${red("✗")} ${sentence(error)}\n`);
    process.exit(1);
  }
}
