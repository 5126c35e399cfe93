import type { PdfBlock, PdfFact } from "./document";
import {
  artifact,
  heightOf,
  ink,
  keepTogether,
  margins,
  size,
  soft,
  tag,
  textWidth,
  write,
  type Pdf,
  type Struct,
} from "./pen";

const rule = "#c9d0cd";

/** Writes one block under `root`, with its marks of structure. */
export function writeBlock(pdf: Pdf, root: Struct, block: PdfBlock, colour: string): void {
  switch (block.kind) {
    case "heading":
      return writeHeading(pdf, root, block, colour);
    case "paragraph":
      root.add(tag(pdf, "P", () => write(pdf, block.text)));
      pdf.y += 6;
      return;
    case "notice":
      return writeNotice(pdf, root, block.text, colour);
    case "list":
      return writeList(pdf, root, block.items);
    case "facts":
      return writeFacts(pdf, root, block.rows);
    case "table":
      return writeTable(pdf, root, block);
  }
}

function writeHeading(pdf: Pdf, root: Struct, block: Extract<PdfBlock, { kind: "heading" }>, colour: string): void {
  const isMajor = block.level === 2;
  pdf.y += isMajor ? 12 : 6;
  keepTogether(pdf, 60);
  root.add(
    tag(pdf, isMajor ? "H2" : "H3", () =>
      write(pdf, block.text, {
        weight: "bold",
        size: isMajor ? size.heading : size.subheading,
        colour: isMajor ? colour : ink,
      }),
    ),
  );
  if (isMajor) pdf.outline.addItem(block.text);
  pdf.y += 4;
}

function writeNotice(pdf: Pdf, root: Struct, text: string, colour: string): void {
  const inset = 12;
  const width = textWidth(pdf) - inset;
  const height = heightOf(pdf, text, width) + 8;
  keepTogether(pdf, height);
  const top = pdf.y;
  artifact(pdf, () => pdf.rect(margins.left, top, 3, height).fill(colour));
  root.add(tag(pdf, "P", () => write(pdf, text, { x: margins.left + inset, y: top + 4, width })));
  pdf.x = margins.left;
  pdf.y = Math.max(pdf.y, top + height) + 8;
}

function writeList(pdf: Pdf, root: Struct, items: readonly string[]): void {
  const list = pdf.struct("L");
  root.add(list);
  const indent = 14;
  for (const item of items) {
    keepTogether(pdf, heightOf(pdf, item, textWidth(pdf) - indent));
    const top = pdf.y;
    const line = pdf.struct("LI");
    list.add(line);
    line.add(tag(pdf, "Lbl", () => write(pdf, "•", { width: indent })));
    line.add(
      tag(pdf, "LBody", () => write(pdf, item, { x: margins.left + indent, y: top, width: textWidth(pdf) - indent })),
    );
    line.end();
    pdf.x = margins.left;
    pdf.y += 2;
  }
  list.end();
  pdf.y += 4;
}

function writeFacts(pdf: Pdf, root: Struct, rows: readonly PdfFact[]): void {
  const table = pdf.struct("Table");
  root.add(table);
  for (const { label, value } of rows)
    writeRow(pdf, table, [
      { text: label, share: 0.36, header: "Row" },
      { text: value, share: 0.64 },
    ]);
  table.end();
  pdf.y += 8;
}

function writeTable(pdf: Pdf, root: Struct, { columns, rows }: Extract<PdfBlock, { kind: "table" }>): void {
  const table = pdf.struct("Table");
  root.add(table);
  writeRow(
    pdf,
    table,
    columns.map(({ title, share }) => ({ text: title, share, header: "Column" as const })),
  );
  for (const row of rows)
    writeRow(
      pdf,
      table,
      columns.map(({ share }, index) => ({ text: row[index] ?? "", share })),
    );
  table.end();
  pdf.y += 8;
}

type Cell = { text: string; share: number; header?: "Row" | "Column" };

function writeRow(pdf: Pdf, table: Struct, cells: readonly Cell[]): void {
  const padding = 10;
  const widths = cells.map(({ share }) => share * textWidth(pdf) - padding);
  const height = Math.max(
    ...cells.map((cell, index) => heightOf(pdf, cell.text, widths[index] ?? 0, cell.header ? "bold" : "normal")),
  );
  keepTogether(pdf, height + 8);
  const page = pdf.page;
  const top = pdf.y + 3;
  const row = pdf.struct("TR");
  table.add(row);
  let x = margins.left;
  let bottom = top;
  cells.forEach((cell, index) => {
    const width = widths[index] ?? 0;
    const start = pdf.page === page ? top : margins.top;
    row.add(
      tag(
        pdf,
        cell.header ? "TH" : "TD",
        () =>
          write(pdf, cell.text === "" ? "–" : cell.text, {
            x,
            y: start,
            width,
            weight: cell.header ? "bold" : "normal",
            colour: cell.header ? soft : ink,
          }),
        cell.header ? { scope: cell.header } : {},
      ),
    );
    bottom = pdf.page === page ? Math.max(bottom, pdf.y) : pdf.y;
    x += width + padding;
  });
  row.end();
  pdf.x = margins.left;
  pdf.y = bottom + 3;
  const y = pdf.y;
  artifact(pdf, () =>
    pdf
      .moveTo(margins.left, y)
      .lineTo(pdf.page.width - margins.right, y)
      .lineWidth(0.5)
      .stroke(rule),
  );
}
