/** A document in our own words: builders make it from a view, `renderPdf` lays it out. Plain strings only. */
export type PdfBlock =
  | { kind: "heading"; level: 2 | 3; text: string }
  | { kind: "paragraph"; text: string }
  /** A framed sentence that must not be missed. */
  | { kind: "notice"; text: string }
  | { kind: "list"; items: readonly string[] }
  /** Labels and values, as a table whose first column is made of headers. */
  | { kind: "facts"; rows: readonly PdfFact[] }
  /** `share` of each column: its part of the width. */
  | { kind: "table"; columns: readonly { title: string; share: number }[]; rows: readonly (readonly string[])[] };

export type PdfFact = { label: string; value: string };

export type PdfDocument = {
  /** Also the document's title, which readers announce. */
  title: string;
  /** Under the title, such as the number of the demande. */
  subtitle: string;
  /** Name of the town, and of the body that answers. */
  letterhead: readonly string[];
  /** Colour of the town, « #rrggbb ». */
  colour: string;
  /** At the foot of each page, before its number. */
  footer: string;
  /** When it is made. */
  at: Date;
  blocks: readonly PdfBlock[];
};
