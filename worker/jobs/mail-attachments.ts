import type { System } from "@/lib/kernel/actor";
import { NotFound } from "@/lib/kernel/errors";
import type { LetterFile } from "@/lib/ports/mail";
import type { DemandeId } from "@/lib/shared/ids";
import type { MailAttachment } from "@/lib/shared/mail-content";

/** The files that a letter asks for, made now: nothing heavy waits in the outbox. One whose demande is gone is left out. */
export async function makeAttachments(actor: System, wanted: readonly MailAttachment[]): Promise<LetterFile[]> {
  const made = await Promise.all(wanted.map((file) => makeAttachment(actor, file)));
  return made.filter((file) => file !== null);
}

async function makeAttachment(actor: System, { name, demandeId }: MailAttachment): Promise<LetterFile | null> {
  // Loaded late: what draws PDFs is heavy, and most letters carry none.
  const { renderRecepisse } = await import("@/lib/demandes/queries/render-recepisse");
  try {
    const { bytes } = await renderRecepisse(actor, { demandeId: demandeId as DemandeId });
    return { name, mediaType: "application/pdf", bytes };
  } catch (error) {
    if (error instanceof NotFound) return null;
    throw error;
  }
}
