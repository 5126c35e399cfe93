import { Readable } from "node:stream";
import type { ReadableStream } from "node:stream/web";
import { UTApi, UTFile } from "uploadthing/server";
import { Final, Retryable } from "@/lib/kernel/errors";
import { readBounded } from "./bounded";
import { BlobMissing, type Storage } from "./port";

export type UploadThingSettings = { token: string; apiUrl?: string; ingestUrl?: string; filesUrl?: string };

const patience = 30_000;
/** A large archive on a slow line: 100 kB a second. */
const patienceFor = (bytes: Buffer) => patience + Math.ceil(bytes.length / 100);

/**
 * UploadThing. Our key is the « custom id » of the file. Files there are served to whoever knows their address: what we send is
 * sealed, and the address cannot be guessed.
 */
export function openUploadThing({ token, apiUrl, ingestUrl, filesUrl }: UploadThingSettings): Storage {
  const api = new UTApi({ token, apiUrl, ingestUrl, defaultKeyType: "customId", logLevel: "None" });
  const base = filesUrl ?? `https://${appOf(token)}.ufs.sh/f`;
  const addressOf = (key: string) => `${base}/${encodeURIComponent(idOf(key))}`;
  return {
    name: "uploadthing",
    async put(key, body, { maxBytes }) {
      const bytes = await readBounded(body, maxBytes);
      const file = new UTFile([new Uint8Array(bytes)], idOf(key), {
        customId: idOf(key),
        type: "application/octet-stream",
      });
      const { error } = await explained(() =>
        api.uploadFiles(file, { signal: AbortSignal.timeout(patienceFor(bytes)) }),
      );
      if (error) throw new Retryable(`uploadthing: ${error.code}`);
      return { size: bytes.length };
    },
    async get(key) {
      const answer = await ask(addressOf(key), "GET");
      if (!answer.body) throw new BlobMissing();
      return Readable.fromWeb(answer.body as ReadableStream);
    },
    async delete(key) {
      await explained(() => api.deleteFiles(idOf(key)));
    },
    exists: (key) =>
      ask(addressOf(key), "HEAD").then(
        () => true,
        (error: unknown) => {
          if (error instanceof BlobMissing) return false;
          throw error;
        },
      ),
  };
}

/** A slash would cut the address in two. */
function idOf(key: string): string {
  return key.replaceAll("/", "_");
}

async function ask(url: string, method: "GET" | "HEAD"): Promise<Response> {
  // Until it answers: the bytes themselves go as fast as whoever downloads them.
  const late = new AbortController();
  const timer = setTimeout(() => late.abort(), patience);
  const answer = await explained(() => fetch(url, { method, signal: late.signal })).finally(() => clearTimeout(timer));
  if (answer.ok) return answer;
  await answer.body?.cancel();
  if (answer.status === 404) throw new BlobMissing();
  throw new Retryable(`uploadthing: ${answer.status}`);
}

/** The token is a JSON text in base64: { apiKey, appId, regions }. */
function appOf(token: string): string {
  try {
    return (JSON.parse(Buffer.from(token, "base64").toString()) as { appId: string }).appId;
  } catch {
    throw new Final("uploadthing: the token cannot be read");
  }
}

async function explained<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw new Retryable(`uploadthing: ${(error as { code?: string }).code ?? (error as Error).name}`);
  }
}
