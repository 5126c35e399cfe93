import type PDFDocument from "pdfkit";
import { ascent, runsOf, type Weight } from "./fonts";

export type Pdf = InstanceType<typeof PDFDocument>;
export type Struct = ReturnType<Pdf["struct"]>;

export const ink = "#1d2422";
export const soft = "#4c5754";
export const margins = { top: 56, bottom: 72, left: 56, right: 56 };
export const size = { title: 20, heading: 14, subheading: 12, body: 10.5, small: 9 };
const gap = 3;

type Style = {
  x?: number;
  y?: number;
  width?: number;
  size?: number;
  weight?: Weight;
  colour?: string;
  align?: "left" | "right";
};

/** Writes one paragraph, changing fonts where the letters ask for it. */
export function write(pdf: Pdf, text: string, style: Style = {}): void {
  const fontSize = style.size ?? size.body;
  const runs = runsOf(text, style.weight ?? "normal");
  const options = {
    width: style.width ?? textWidth(pdf),
    lineGap: gap,
    align: style.align ?? "left",
    baseline: -ascent * fontSize,
  };
  pdf.fontSize(fontSize).fillColor(style.colour ?? ink);
  runs.forEach((run, index) => {
    const continued = index < runs.length - 1;
    pdf.font(run.font);
    if (index === 0) pdf.text(run.text, style.x ?? margins.left, style.y ?? pdf.y, { ...options, continued });
    else pdf.text(run.text, { ...options, continued });
  });
}

/** A structure element of type `type`, whose content is what `draw` draws. `scope`: that of a header cell. */
export function tag(
  pdf: Pdf,
  type: string,
  draw: () => void,
  options: { title?: string; scope?: "Row" | "Column" } = {},
): Struct {
  return pdf.struct(type, options, draw);
}

/** Draws what says nothing: rules, bands, page numbers. Readers skip it. */
export function artifact(pdf: Pdf, draw: () => void, type: "Layout" | "Pagination" = "Layout"): void {
  pdf.markContent("Artifact", { type });
  draw();
  pdf.endMarkedContent();
}

export function textWidth(pdf: Pdf): number {
  return pdf.page.width - margins.left - margins.right;
}

export function heightOf(pdf: Pdf, text: string, width: number, weight: Weight = "normal"): number {
  return pdf.font(`main-${weight}`).fontSize(size.body).heightOfString(text, { width, lineGap: gap });
}

/** Starts a page when `height` does not fit in this one, unless nothing would ever fit. */
export function keepTogether(pdf: Pdf, height: number): void {
  const bottom = pdf.page.height - margins.bottom;
  if (pdf.y + height > bottom && height < bottom - margins.top) pdf.addPage();
}
