import { brotliCompressSync, constants } from "node:zlib";

/**
 * Bytes of JavaScript, brotli, that a page makes a browser load: its files and what stands inline.
 * @param {string} base
 * @param {string} path
 * @param {Record<string, string>} headers
 */
export async function scriptBytes(base, path, headers = {}) {
  const answer = await fetch(base + path, { headers, redirect: "manual" });
  if (answer.status !== 200) throw new Error(`${path} answered ${answer.status}`);
  const html = await answer.text();
  // `nomodule` files are for browsers of before 2018, which load nothing else: no other browser fetches them.
  const files = new Set(
    [...html.matchAll(/<script\b(?![^>]*\bnomodule\b)[^>]*\bsrc="([^"]+)"/gi)].map(([, file = ""]) => file),
  );
  let total = 0;
  for (const file of files)
    total += compressed(await (await fetch(new URL(file.replaceAll("&amp;", "&"), base))).text());
  return total;
}

/** @param {string} text */
function compressed(text) {
  return brotliCompressSync(text, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length;
}
