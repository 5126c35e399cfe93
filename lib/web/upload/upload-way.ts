import { env } from "@/lib/kernel/env";

/** Where scripts send files straight to the store; null where they post them to us, as forms without JavaScript always do. */
export function directUploadPath(): string | null {
  return env().drivers.storage === "uploadthing" ? "/api/uploadthing" : null;
}
