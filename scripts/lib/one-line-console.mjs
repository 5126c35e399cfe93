import { formatWithOptions, stripVTControlCharacters } from "node:util";
import { placesOf, writeToJournal } from "./journal.mjs";

/**
 * Loaded before the site and the worker (`node --import`): whatever they or their packages print becomes one JSON line an event,
 * Next's banners and stacks, Node's warnings and the last words of a process that breaks included.
 */
const levels = /** @type {const} */ ({ debug: 20, trace: 20, log: 30, info: 30, warn: 40, error: 50 });
/** @type {Record<string, number>} */
const thresholds = { debug: 20, info: 30, warn: 40, error: 50, silent: Infinity };
const least = thresholds[process.env.LOG_LEVEL ?? ""] ?? 30;
const longest = 2_000;

for (const [method, level] of Object.entries(levels))
  Object.assign(console, {
    /** @param {unknown[]} parts */
    [method]: (...parts) => tell(level, { event: "console", ...describe(parts) }),
  });

process.removeAllListeners("warning");
process.on("warning", (warning) => {
  tell(40, { event: "warning", ...placesOf(warning) });
});

process.on("uncaughtException", (error, origin) => {
  // Next has a listener of its own, and goes on.
  if (process.listenerCount("uncaughtException") > 1) return;
  tell(60, { event: "process.broken", origin, ...(error instanceof Error ? placesOf(error) : {}) });
  process.exit(1);
});

/**
 * @param {number} level
 * @param {Record<string, unknown>} fields
 */
function tell(level, fields) {
  if (level >= least) writeToJournal(level, fields);
}

/**
 * Texts in order, on one line; an error by its places only.
 * @param {unknown[]} parts
 */
function describe(parts) {
  const error = parts.find((part) => part instanceof Error);
  const texts = parts.filter((part) => part !== error);
  const text = stripVTControlCharacters(formatWithOptions({ colors: false, breakLength: Infinity }, ...texts));
  const msg = text.replace(/\s+/g, " ").trim().slice(0, longest);
  return { ...(msg ? { msg } : {}), ...(error ? placesOf(error) : {}) };
}
