import { existsSync, readFileSync } from "node:fs";
import { createContext, runInContext } from "node:vm";
import { brotliCompressSync } from "node:zlib";
import { expect, it } from "@jest/globals";
import { inRoot } from "./lib/paths.mjs";

/**
 * What each page of the citizens makes a browser load above a page of Next with nothing of ours (goal G9), read from the build. That
 * page is Next's own for a broken application, which holds the same parts of Next. `npm run bench` measures it on the pages served.
 */
const most = 15_000;

const read = (/** @type {string} */ path) => readFileSync(inRoot(".next", path), "utf8");
/** @type {Map<string, number>} */
const sizes = new Map();

/** @param {string} file */
function compressed(file) {
  const size = sizes.get(file) ?? brotliCompressSync(read(file)).length;
  sizes.set(file, size);
  return size;
}

/**
 * Bytes of the scripts of a page, brotli, without those of every application of Next.
 * @param {string} key
 * @param {Set<string>} everywhere
 */
function bytesOf(key, everywhere) {
  /** @type {{__RSC_MANIFEST?: Record<string, {entryJSFiles: Record<string, string[]>}>}} */
  const sandbox = {};
  const context = createContext(sandbox);
  runInContext("globalThis.self = globalThis", context);
  runInContext(read(`server/app${key}_client-reference-manifest.js`), context);
  const [manifest] = Object.values(sandbox.__RSC_MANIFEST ?? {});
  if (!manifest) throw new Error(`${key} has no manifest`);
  const files = new Set(Object.values(manifest.entryJSFiles).flat());
  return [...files].reduce((sum, file) => sum + (everywhere.has(file) ? 0 : compressed(file)), 0);
}

it("G9: no page of the citizens asks for more than 15 kB of our own script, brotli", () => {
  expect(existsSync(inRoot(".next", "BUILD_ID"))).toBe(true);
  /** @type {{rootMainFiles: string[], polyfillFiles: string[]}} */
  const { rootMainFiles, polyfillFiles } = JSON.parse(read("build-manifest.json"));
  const everywhere = new Set([...rootMainFiles, ...polyfillFiles]);
  const bare = bytesOf("/_global-error/page", everywhere);
  /** @type {Record<string, string>} */
  const routes = JSON.parse(read("app-path-routes-manifest.json"));
  const pages = Object.entries(routes).filter(
    ([key, path]) => key.endsWith("/page") && !/^\/(admin|atelier|_)/.test(path),
  );
  const own = pages.map(([key, path]) => ({ path, bytes: bytesOf(key, everywhere) - bare }));
  expect(own.length).toBeGreaterThan(60);
  expect(own.filter(({ bytes }) => bytes > most)).toEqual([]);
});
