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

/** The same with an object slipped in before the trailer. */
export function pdfWith(object: string): Buffer {
  return Buffer.from(plainPdf.toString("latin1").replace("trailer", `4 0 obj ${object} endobj\ntrailer`), "latin1");
}

export const sent = (bytes: Buffer, name = "piece.pdf") => ({ name, bytes });
