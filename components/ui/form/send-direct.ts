import { generateReactHelpers } from "@uploadthing/react";
import type { FileRoute } from "uploadthing/types";
import type { FileOutcome } from "@/lib/shared/file-outcome";

type Reply = { ok: true; id: string } | { ok: false; message: string };
/** What our route of UploadThing takes and answers. */
type Route = FileRoute<{ input: Record<string, string>; output: Reply; errorShape: { message: string } }>;

/** Sends a file to UploadThing, which hands it to us. Null when it did not go through. */
export async function sendDirect(
  form: HTMLFormElement,
  file: File,
  path: string,
  onProgress: (percent: number) => void,
): Promise<FileOutcome | null> {
  const { uploadFiles } = generateReactHelpers<{ piece: Route }>({ url: path });
  const input = Object.fromEntries(
    [...new FormData(form)].flatMap(([name, value]) => (typeof value === "string" ? [[name, value]] : [])),
  );
  try {
    const onUploadProgress = ({ totalProgress }: { totalProgress: number }) => onProgress(Math.round(totalProgress));
    const [sent] = await uploadFiles("piece", { files: [file], input, onUploadProgress });
    return sent ? outcomeOf(file, sent.serverData) : null;
  } catch (error) {
    return refusedBy(file, error);
  }
}

function outcomeOf({ name }: File, reply: Reply): FileOutcome {
  return reply.ok ? { name, id: reply.id, refusal: null } : { name, refusal: reply.message };
}

/** The sentence by which our route refused the file before it left. */
function refusedBy({ name }: File, error: unknown): FileOutcome | null {
  const { code, data } = (error ?? {}) as { code?: unknown; data?: { message?: unknown } | null };
  return code === "FORBIDDEN" && typeof data?.message === "string" ? { name, refusal: data.message } : null;
}
