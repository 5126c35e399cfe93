import { checkPdf } from "@/lib/files/parsing/pdf/check-pdf";

/** Small files as people send them. */

/** One page, nothing active. */
export const plainPdf = Buffer.from(
  [
    "%PDF-1.4",
    "1 0 obj << /Type /Catalog /Pages 2 0 R >> endobj",
    "2 0 obj << /Type /Pages /Kids [3 0 R] /Count 1 >> endobj",
    "3 0 obj << /Type /Page /Parent 2 0 R /MediaBox [0 0 200 200] >> endobj",
    "trailer << /Root 1 0 R >>",
    "%%EOF",
    "",
  ].join("\n"),
);

/** A plain PDF whose page says this: words that are found again in what is kept of it. */
export function pdfSaying(text: string): Buffer {
  const content = `BT /F1 12 Tf 20 100 Td (${text}) Tj ET`;
  const page = plainPdf.toString("latin1").replace("/MediaBox", "/Contents 4 0 R /MediaBox");
  const object = `4 0 obj << /Length ${content.length} >>\nstream\n${content}\nendstream endobj\n`;
  return Buffer.from(page.replace("trailer", `${object}trailer`), "latin1");
}

/** What is kept of a PDF that somebody sends, as text. */
export async function keptOf(pdf: Buffer): Promise<string> {
  const copy = await checkPdf(pdf);
  if (!copy.ok) throw new Error(copy.reason);
  return copy.value.toString();
}

export const sent = (bytes: Buffer, name = "piece.pdf") => ({ name, bytes });
