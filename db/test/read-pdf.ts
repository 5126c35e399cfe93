import type { PDFDocumentProxy, PDFPageProxy } from "pdfjs-dist/types/src/display/api";

type Node = { role: string; scope?: string; children: readonly (Node | Content)[] };
type Content = { type: string; id: string };

/** A font of the document: its name as written in the file, and whether its drawing is in the file. */
export type ReadFont = { name: string; isEmbedded: boolean };

/** Reads a PDF with pdf.js, a reader that is not ours: what a person sees, hears, and what their reader is told. */
export async function readPdf(bytes: Uint8Array) {
  const { getDocument, VerbosityLevel } = await import("pdfjs-dist/legacy/build/pdf.mjs");
  const loading = getDocument({
    data: new Uint8Array(bytes),
    fontExtraProperties: true,
    verbosity: VerbosityLevel.ERRORS,
  });
  try {
    return await readAll(await loading.promise);
  } finally {
    await loading.destroy();
  }
}

async function readAll(pdf: PDFDocumentProxy) {
  const { info, metadata } = await pdf.getMetadata();
  // Null where the file says nothing of itself, though its type says an object.
  const described = metadata as typeof metadata | null;
  // A map, though its type says an object.
  const marks = (await pdf.getMarkInfo()) as unknown as ReadonlyMap<string, boolean> | null;
  const pages = await Promise.all(Array.from({ length: pdf.numPages }, (_, index) => pdf.getPage(index + 1)));
  const texts = await Promise.all(pages.map(textOf));
  const structures = await Promise.all(pages.map(structureOf));
  const fonts = (await Promise.all(pages.map(fontsOf))).flat();
  return {
    title: titleIn(info),
    isTagged: marks?.get("Marked") === true,
    metadata: String(described?.getRaw() ?? ""),
    pages: texts,
    text: texts.join("\n"),
    structure: structures.join("\n"),
    fonts: [...new Map(fonts.map((font) => [font.name, font])).values()],
  };
}

function titleIn(info: object): string {
  return "Title" in info ? plain(String(info.Title)) : "";
}

/** As it is read aloud: composed letters, ordinary spaces. */
function plain(text: string): string {
  return text.normalize("NFC").replace(/[\u00a0\u202f]/g, " ");
}

async function textOf(page: PDFPageProxy): Promise<string> {
  const { items } = await page.getTextContent();
  return plain(items.map((item) => ("str" in item ? item.str + (item.hasEOL ? "\n" : "") : "")).join(""));
}

/** One line an element: its role, its scope, then the text that it marks, indented below what holds it. */
async function structureOf(page: PDFPageProxy): Promise<string> {
  const tree = (await page.getStructTree()) as Node | null;
  if (!tree) return "";
  const texts = await markedTexts(page);
  const lines: string[] = [];
  const walk = (node: Node, depth: number) => {
    const own = node.children.map((child) => ("role" in child ? "" : (texts.get(child.id) ?? ""))).join("");
    const scope = node.scope ? ` scope=${node.scope}` : "";
    lines.push(`${"  ".repeat(depth)}${node.role}${scope}${own.trim() === "" ? "" : ` "${own.trim()}"`}`);
    for (const child of node.children) if ("role" in child) walk(child, depth + 1);
  };
  walk(tree, 0);
  return lines.join("\n");
}

async function markedTexts(page: PDFPageProxy): Promise<Map<string, string>> {
  const { items } = await page.getTextContent({ includeMarkedContent: true });
  const texts = new Map<string, string>();
  const open: string[] = [];
  for (const item of items) {
    if ("str" in item) {
      const id = open.at(-1) ?? "";
      texts.set(id, (texts.get(id) ?? "") + plain(item.str));
    } else if (item.type === "endMarkedContent") open.pop();
    else open.push(item.id);
  }
  return texts;
}

async function fontsOf(page: PDFPageProxy): Promise<ReadFont[]> {
  const { OPS } = await import("pdfjs-dist/legacy/build/pdf.mjs");
  const { fnArray, argsArray } = await page.getOperatorList();
  const names = new Set(argsArray.filter((_, index) => fnArray[index] === OPS.setFont).map(([name]) => String(name)));
  return [...names].map((name) => {
    const font = page.commonObjs.get(name) as { name: string; missingFile?: boolean };
    return { name: font.name, isEmbedded: font.missingFile !== true };
  });
}
