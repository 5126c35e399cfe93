import { join } from "node:path";
import { newSecret } from "@/lib/kernel/crypto";
import { env } from "@/lib/kernel/env";
import { Final } from "@/lib/kernel/errors";
import type { DirectUpload, Storage } from "./port";

export type { DirectUpload, DirectUploadReply, Storage } from "./port";

let opened: Promise<Storage> | undefined;
const open = () => (opened ??= openStorage());

/** The configured store. Its SDK is loaded at the first use. */
export function storage(): Storage {
  return {
    name: env().drivers.storage,
    put: async (key, body, limit) => (await open()).put(checkedKey(key), body, limit),
    get: async (key) => (await open()).get(checkedKey(key)),
    delete: async (key) => (await open()).delete(checkedKey(key)),
    exists: async (key) => (await open()).exists(checkedKey(key)),
  };
}

/** A new key: says the room, and cannot be guessed. */
export function newBlobKey(room: "wallet" | "demande" | "export"): string {
  return `${room}/${Buffer.from(newSecret(), "base64url").toString("hex")}`;
}

/** The route by which browsers send straight to the store; null where the driver has none. */
export async function directUpload(spec: DirectUpload): Promise<((request: Request) => Promise<Response>) | null> {
  const settings = env();
  if (settings.drivers.storage !== "uploadthing") return null;
  const { openDirectUpload } = await import("./direct-upload");
  const at = { apiUrl: settings.UPLOADTHING_API_URL, ingestUrl: settings.UPLOADTHING_INGEST_URL };
  const callbackUrl = `${settings.APP_URL}/api/uploadthing`;
  return openDirectUpload({ token: settings.UPLOADTHING_TOKEN ?? "", ...at, callbackUrl }, spec);
}

/** Opens the driver that the environment chose. */
async function openStorage(): Promise<Storage> {
  const settings = env();
  switch (settings.drivers.storage) {
    case "folder":
      return (await import("./folder")).openFolder(join(settings.PARVIS_DATA_DIR, "files"));
    case "s3":
      return (await import("./s3")).openS3({
        endpoint: settings.S3_ENDPOINT,
        region: settings.S3_REGION,
        bucket: settings.S3_BUCKET ?? "",
        accessKeyId: settings.S3_ACCESS_KEY_ID ?? "",
        secretAccessKey: settings.S3_SECRET_ACCESS_KEY ?? "",
      });
    case "uploadthing":
      return (await import("./uploadthing")).openUploadThing({
        token: settings.UPLOADTHING_TOKEN ?? "",
        apiUrl: settings.UPLOADTHING_API_URL,
        ingestUrl: settings.UPLOADTHING_INGEST_URL,
        filesUrl: settings.UPLOADTHING_FILES_URL,
      });
  }
}

const keyPattern = /^[a-z0-9][a-z0-9/_-]{0,199}$/;

function checkedKey(key: string): string {
  if (!keyPattern.test(key)) throw new Final("storage: malformed key");
  return key;
}
