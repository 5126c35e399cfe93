import { codeOf, fieldOf } from "./errors.mjs";

/**
 * One JSON line an event, as lib/kernel/logger.ts writes them: a line break in a text becomes \\n.
 * @param {number} level
 * @param {Record<string, unknown>} fields
 */
export function writeToJournal(level, fields) {
  process.stdout.write(`${JSON.stringify({ level, time: new Date().toISOString(), ...fields })}\n`);
}

/**
 * What may be said of an error: its kind, its code and its places. A message may repeat what somebody typed.
 * @param {Error} error
 */
export function placesOf(error) {
  const at = (error.stack ?? "").split("\n").filter((line) => line.trimStart().startsWith("at "));
  return {
    error: error.name,
    code: codeOf(error),
    digest: fieldOf(error, "digest"),
    at: at.slice(0, 8).map((line) => line.trim()),
  };
}
