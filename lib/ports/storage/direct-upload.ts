import { randomBytes } from "node:crypto";
import { createRouteHandler, createUploadthing, UploadThingError, UTFiles, type FileRouter } from "uploadthing/server";
import { z } from "zod";
import type { DirectUpload, DirectUploadReply } from "./port";

export type DirectUploadSettings = { token: string; apiUrl?: string; ingestUrl?: string; callbackUrl: string };

/**
 * UploadThing's own road: the browser sends a file to UploadThing, which tells us by a signed call. Needed where a host cuts
 * request bodies short. Only `authorise` and `keep` are ours: the file is taken from there, judged, sealed, and erased there.
 */
export function openDirectUpload(
  { token, apiUrl, ingestUrl, callbackUrl }: DirectUploadSettings,
  { authorise, keep }: DirectUpload,
): (request: Request) => Promise<Response> {
  const route = createUploadthing();
  const router = {
    piece: route({ blob: { maxFileSize: "16MB", maxFileCount: 4 } })
      .input(z.record(z.string(), z.string().max(500)))
      .middleware(async ({ input, files }) => {
        const keys = files.map(() => `incoming/${randomBytes(32).toString("hex")}`);
        const answer = await authorise({ texts: input, sizes: files.map(({ size }) => size), keys });
        // eslint-disable-next-line @typescript-eslint/only-throw-error -- the SDK's own error, which the rule does not see as one
        if ("refusal" in answer) throw new UploadThingError({ code: "FORBIDDEN", message: answer.refusal });
        return { ...answer, [UTFiles]: files.map((file, rank) => ({ ...file, customId: idOf(keys[rank] ?? "") })) };
      })
      .onUploadComplete(async ({ metadata, file }): Promise<DirectUploadReply> => {
        return keep({ target: metadata.target, name: file.name, key: keyOf(file.customId ?? "") });
      }),
  } satisfies FileRouter;
  const options = { token, apiUrl, ingestUrl, callbackUrl, isDev: false, logLevel: "None" } as const;
  return createRouteHandler({ router, config: { ...options, handleDaemonPromise: "await" } });
}

/** As the driver writes them: a slash would cut an address in two. */
function idOf(key: string): string {
  return key.replaceAll("/", "_");
}

function keyOf(id: string): string {
  return id.replace("_", "/");
}
