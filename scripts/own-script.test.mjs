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

const read = (path) => readFileSync(inRoot(".next", path), "utf8");
const sizes = new Map();

function compressed(file) {
  if (!sizes.has(file)) sizes.set(file, brotliCompressSync(read(file)).length);
  return sizes.get(file);
}

/** Bytes of the scripts of a page, brotli, without those of every application of Next. */
function bytesOf(key, everywhere) {
  const context = createContext({});
  runInContext("globalThis.self = globalThis", context);
  runInContext(read(`server/app${key}_client-reference-manifest.js`), context);
  const [manifest] = Object.values(context.__RSC_MANIFEST);
  const files = new Set(Object.values(manifest.entryJSFiles).flat());
  return [...files].reduce((sum, file) => sum + (everywhere.has(file) ? 0 : compressed(file)), 0);
}

it("G9: no page of the citizens asks for more than 15 kB of our own script, brotli", () => {
  expect(existsSync(inRoot(".next", "BUILD_ID"))).toBe(true);
  const { rootMainFiles, polyfillFiles } = JSON.parse(read("build-manifest.json"));
  const everywhere = new Set([...rootMainFiles, ...polyfillFiles]);
  const bare = bytesOf("/_global-error/page", everywhere);
  const pages = Object.entries(JSON.parse(read("app-path-routes-manifest.json"))).filter(
    ([key, path]) => key.endsWith("/page") && !/^\/(admin|atelier|_)/.test(path),
  );
  const own = pages.map(([key, path]) => ({ path, bytes: bytesOf(key, everywhere) - bare }));
  expect(own.length).toBeGreaterThan(60);
  expect(own.filter(({ bytes }) => bytes > most)).toEqual([]);
});
