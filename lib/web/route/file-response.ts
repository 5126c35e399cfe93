import { Readable } from "node:stream";

export type SentFile = { name: string; mediaType: string; size: number; body: Readable };

/**
 * A file that someone gave us, to be saved and never run: attachment, its declared type alone, a policy that forbids
 * everything should a browser open it, and no copy kept on the way.
 */
export function fileResponse({ name, mediaType, size, body }: SentFile): Response {
  return new Response(Readable.toWeb(body) as ReadableStream<Uint8Array>, {
    headers: {
      "content-type": mediaType,
      "content-length": String(size),
      "content-disposition": `attachment; filename="${asciiName(name)}"; filename*=UTF-8''${encodeURIComponent(name).replace(/['()*]/g, escapeByte)}`,
      "x-content-type-options": "nosniff",
      "content-security-policy": "default-src 'none'; sandbox",
      "cross-origin-resource-policy": "same-origin",
      "cache-control": "private, no-store",
      "referrer-policy": "no-referrer",
    },
  });
}

/** For software that does not read RFC 6266: accents dropped, everything that could end the header too. */
function asciiName(name: string): string {
  return name
    .normalize("NFD")
    .replace(/\p{Mn}/gu, "")
    .replace(/[^A-Za-z0-9 ._-]/g, "_");
}

function escapeByte(character: string): string {
  return `%${character.charCodeAt(0).toString(16).toUpperCase()}`;
}
