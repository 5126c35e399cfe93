import type { Readable } from "node:stream";
import { headers } from "next/headers";
import { announceFiles } from "@/lib/files/commands/announce-files";
import { fileLimits, inMegabytes, sayFileRefusal, type FileRefusal } from "@/lib/files/rules";
import { discardIncoming, noteIncoming } from "@/lib/files/commands/note-incoming";
import type { Refused } from "@/lib/shared/result";
import { clock } from "@/lib/kernel/clock";
import { seal, unseal } from "@/lib/kernel/crypto";
import { NotFound } from "@/lib/kernel/errors";
import { directUpload, storage, type DirectUpload, type DirectUploadReply } from "@/lib/ports/storage";
import { addressKey } from "../route/client-address";
import { isSafeMethod } from "../route/origin";
import { routeGuard } from "../route/route-guard";
import { sayUploadRefusal } from "./upload-outcomes";
import { reportUnexpected } from "../route/report-unexpected";
import { keepUpload, readUploadTarget, type UploadTarget } from "./upload-target";

/**
 * The route of UploadThing. A call from a page passes the same guards as every write; a call from UploadThing carries no
 * Origin, and is believed for its signature alone. Where another driver runs, the route does not exist.
 */
export async function answerDirectUpload(request: Request): Promise<Response> {
  const isCallback = request.headers.has("uploadthing-hook") && !isSafeMethod(request.method);
  return isCallback ? answer(request) : guarded(request, undefined);
}

const guarded = routeGuard({ name: "direct-upload", limit: { max: 120, windowSeconds: 60 } }, answer);

let opened: ReturnType<typeof directUpload> | undefined;

async function answer(request: Request): Promise<Response> {
  const handler = await (opened ??= directUpload({ authorise, keep }));
  if (handler) return handler(request);
  throw new NotFound();
}

/**
 * What the person may send, good for a quarter of an hour, and counted for today from now on: what lies in the store is paid for
 * before we see it. What is never taken from there is erased within the hour.
 */
const authorise: DirectUpload["authorise"] = async ({ texts, sizes, keys }) => {
  const refusal = (reason: FileRefusal, details?: Refused<string>["details"]) => ({
    refusal: sayFileRefusal(reason, details),
  });
  if (sizes.some((size) => size > fileLimits.bytes))
    return refusal("too_large", { most: inMegabytes(fileLimits.bytes) });
  const target = await readUploadTarget(texts).catch(() => null);
  if (!target?.ok) return refusal("try_again");
  const counted = await announceFiles({ actor: target.value.actor, address: addressKey(await headers()) }, sizes);
  if (!counted.ok) return refusal(counted.reason);
  for (const key of keys) await noteIncoming(key);
  const until = clock.inMinutes(15).getTime();
  return { target: seal("direct-upload", JSON.stringify({ target: target.value, until })) };
};

/** What lies in the store is not sealed yet: it is erased whatever comes of it. */
const keep: DirectUpload["keep"] = async ({ target: sealed, name, key }) => {
  try {
    const { target, until } = JSON.parse(unseal("direct-upload", sealed)) as { target: UploadTarget; until: number };
    if (until < clock.now().getTime()) return again;
    const bytes = await readAtMost(await storage().get(key), fileLimits.bytes + 1);
    const kept = await keepUpload(target, { name, bytes, isCounted: true });
    return kept.ok ? { ok: true, id: kept.value.id } : { ok: false, message: sayUploadRefusal(kept) };
  } catch (error) {
    reportUnexpected(error, "direct-upload");
    return again;
  } finally {
    await discardIncoming(key);
  }
};

/** The beginning of a body, one byte over the limit at most: enough to refuse it. */
async function readAtMost(body: Readable, maxBytes: number): Promise<Buffer> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of body as AsyncIterable<Uint8Array>) {
    parts.push(Buffer.from(part));
    size += part.length;
    if (size >= maxBytes) break;
  }
  return Buffer.concat(parts).subarray(0, maxBytes);
}

const again: DirectUploadReply = { ok: false, message: sayFileRefusal("try_again") };
