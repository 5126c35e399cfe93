import { generateReactHelpers } from "@uploadthing/react";
import type { FileRoute } from "uploadthing/types";
import type { UploadReply } from "./upload-reply";

/** What our route of UploadThing takes and answers. */
type Route = FileRoute<{ input: Record<string, string>; output: UploadReply; errorShape: { message: string } }>;

/** Sends the files of a form to UploadThing, which hands them to us. Null when it did not go through. */
export async function sendDirect(
  form: HTMLFormElement,
  path: string,
  onProgress: (percent: number) => void,
): Promise<UploadReply | null> {
  const { uploadFiles } = generateReactHelpers<{ piece: Route }>({ url: path });
  const entries = [...new FormData(form)];
  const files = entries.flatMap(([, value]) => (value instanceof File && value.name !== "" ? [value] : []));
  const input = Object.fromEntries(
    entries.flatMap(([name, value]) => (typeof value === "string" ? [[name, value]] : [])),
  );
  if (files.length === 0) return { ok: false, message: "Choisissez un fichier." };
  try {
    const onUploadProgress = ({ totalProgress }: { totalProgress: number }) => onProgress(Math.round(totalProgress));
    const sent = await uploadFiles("piece", { files, input, onUploadProgress });
    return sent.map(({ serverData }) => serverData).find((reply) => !reply.ok) ?? { ok: true };
  } catch (error) {
    return refusedBy(error);
  }
}

/** The sentence by which our route refused the files before they left. */
function refusedBy(error: unknown): UploadReply | null {
  const { code, data } = (error ?? {}) as { code?: unknown; data?: { message?: unknown } | null };
  return code === "FORBIDDEN" && typeof data?.message === "string" ? { ok: false, message: data.message } : null;
}
