import PDFDocument from "pdfkit";
import sharp from "sharp";

/** Invented papers, small, that say what they are: nothing that could be taken for a real one. */

/** One page with a title and a few lines. */
export async function samplePdf(title: string, lines: readonly string[] = []): Promise<Buffer> {
  const document = new PDFDocument({ size: "A5", margin: 48, info: { Title: title } });
  const chunks: Buffer[] = [];
  document.on("data", (chunk: Buffer) => chunks.push(chunk));
  const ended = new Promise<void>((resolve) => document.on("end", resolve));
  document.font("Helvetica-Bold").fontSize(16).text(title).moveDown();
  document.font("Helvetica").fontSize(11).text("Document de démonstration, sans aucune valeur.").moveDown();
  for (const line of lines) document.text(line);
  document.end();
  await ended;
  return Buffer.concat(chunks);
}

/** A card of two colours: the recto and the verso of a paper that does not exist. */
export async function samplePng(side: "recto" | "verso"): Promise<Buffer> {
  const band = side === "recto" ? "#2f5d50" : "#7a5c2e";
  const stripe = await sharp({ create: { width: 640, height: 96, channels: 3, background: band } })
    .png()
    .toBuffer();
  return sharp({ create: { width: 640, height: 400, channels: 3, background: "#f1efe8" } })
    .composite([{ input: stripe, top: side === "recto" ? 32 : 272, left: 0 }])
    .png()
    .toBuffer();
}
