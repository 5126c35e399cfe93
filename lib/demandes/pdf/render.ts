import PDFDocument from "pdfkit";
import { writeBlock } from "./blocks";
import type { PdfDocument } from "./document";
import { registerFonts } from "./fonts";
import { artifact, margins, size, soft, tag, textWidth, write, type Pdf, type Struct } from "./pen";

/** Lays a document out as tagged PDF (PDF/UA-1: French, title shown, structure, bookmarks, page numbers). */
export async function renderPdf(document: PdfDocument): Promise<Buffer> {
  const pdf = open(document);
  const finished = collect(pdf);
  const root = pdf.struct("Document");
  pdf.addStructure(root);
  writeHead(pdf, root, document);
  for (const block of document.blocks) writeBlock(pdf, root, block, document.colour);
  root.end();
  writeFooters(pdf, document.footer);
  pdf.end();
  return finished;
}

function open({ title, subtitle, letterhead, at }: PdfDocument): Pdf {
  const pdf = new PDFDocument({
    size: "A4",
    margins,
    lang: "fr",
    tagged: true,
    displayTitle: true,
    pdfVersion: "1.7",
    subset: "PDF/UA" as "PDF/A-1", // the published types forget PDF/UA, which the library writes
    bufferPages: true,
    font: "",
    info: { Title: `${title} ${subtitle}`, Author: letterhead[0] ?? "", CreationDate: at, ModDate: at },
  });
  registerFonts(pdf);
  return pdf;
}

function collect(pdf: Pdf): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    pdf.on("data", (chunk: Buffer) => chunks.push(chunk));
    pdf.on("end", () => resolve(Buffer.concat(chunks)));
    pdf.on("error", reject);
  });
}

function writeHead(pdf: Pdf, root: Struct, { title, subtitle, letterhead, colour }: PdfDocument): void {
  artifact(pdf, () => pdf.rect(0, 0, pdf.page.width, 10).fill(colour));
  letterhead.forEach((line, index) => {
    const style =
      index === 0 ? { weight: "bold" as const, size: size.heading, colour } : { size: size.small, colour: soft };
    root.add(tag(pdf, "P", () => write(pdf, line, style)));
  });
  pdf.moveDown(1.5);
  root.add(tag(pdf, "H1", () => write(pdf, title, { weight: "bold", size: size.title })));
  pdf.outline.addItem(title);
  root.add(tag(pdf, "P", () => write(pdf, subtitle, { size: size.subheading, colour: soft })));
  pdf.y += 12;
}

function writeFooters(pdf: Pdf, footer: string): void {
  const { count } = pdf.bufferedPageRange();
  for (let page = 0; page < count; page += 1) {
    pdf.switchToPage(page);
    pdf.page.margins.bottom = 0;
    const y = pdf.page.height - 44;
    artifact(
      pdf,
      () => {
        write(pdf, footer, { x: margins.left, y, size: size.small, colour: soft, width: textWidth(pdf) - 90 });
        write(pdf, `Page ${page + 1} sur ${count}`, {
          x: pdf.page.width - margins.right - 80,
          y,
          size: size.small,
          colour: soft,
          width: 80,
          align: "right",
        });
      },
      "Pagination",
    );
  }
}
