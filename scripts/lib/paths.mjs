import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

/** Root of the checkout. */
export const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

/** Where this installation keeps what it must not lose: database, files, secrets. */
export const dataDir = () => resolve(root, process.env.PARVIS_DATA_DIR || ".data");

/** @param {...string} parts */
export const inRoot = (...parts) => join(root, ...parts);
/** @param {...string} parts */
export const inData = (...parts) => join(dataDir(), ...parts);
