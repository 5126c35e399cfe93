import { done, refuse, type Result } from "@/lib/shared/result";
import { describeReach } from "./reach";
import { TooMuch } from "./inflate";
import { NeedsPassword, readObjects, type Bounds, type Objects } from "./read-objects";
import { writePdf } from "./write-pdf";

export type PdfRefusal = "unreadable_pdf" | "pdf_password" | "pdf_active" | "too_complex";

/** Above what any paper seen holds, below what takes a reader's two seconds or a hundred megabytes. */
export const pdfBounds: Bounds = { objects: 50_000, inflatedBytes: 24 * 1024 * 1024 };

/**
 * Judges a PDF by its structure and gives a plain copy: every object that the document reaches, and nothing else. Refuses
 * what is active anywhere in the file, what asks for a password, what cannot be read whole. Decision 021.
 */
export async function checkPdf(bytes: Uint8Array, bounds: Bounds = pdfBounds): Promise<Result<Buffer, PdfRefusal>> {
  let objects: Objects;
  try {
    objects = await readObjects(bytes, bounds);
  } catch (error) {
    if (error instanceof TooMuch) return refuse("too_complex");
    return refuse(error instanceof NeedsPassword ? "pdf_password" : "unreadable_pdf");
  }
  const reach = describeReach(objects);
  if (objects.isActive || reach.isActive) return refuse("pdf_active");
  if (!reach.isWhole || objects.root === null) return refuse("unreadable_pdf");
  return done(writePdf(reach.objects, { root: objects.root, info: objects.info }));
}
