import { recepisseFacts, serviceFacts } from "@/lib/letters/fr/recepisse";
import { documentLines, type RecepisseView } from "../filing/recepisse";
import type { PdfBlock, PdfDocument } from "./document";

/** What the town puts on its documents. */
export type Letterhead = { town: string; colour: string };

/** The récépissé, « accusé de réception » of CRPA art. L. 112-3, with what art. R. 112-5 asks. */
export function recepisseDocument(view: RecepisseView, { town, colour }: Letterhead, at: Date): PdfDocument {
  return {
    title: "Accusé de réception",
    subtitle: `Demande n°\u00a0${view.number}`,
    letterhead: [town, view.service.organisation],
    colour,
    footer: `Accusé de réception de la demande n°\u00a0${view.number}`,
    at,
    blocks: [
      {
        kind: "notice",
        text: "Conservez ce document\u00a0: il prouve que votre demande a été reçue, et à quelle date.",
      },
      { kind: "heading", level: 2, text: "Votre demande" },
      { kind: "paragraph", text: view.delay.promise },
      { kind: "facts", rows: recepisseFacts(view) },
      ...documentBlocks(view),
      { kind: "heading", level: 2, text: "Le service qui instruit votre demande" },
      { kind: "facts", rows: serviceFacts(view.service) },
      { kind: "heading", level: 2, text: "Suivre votre demande" },
      {
        kind: "paragraph",
        text: `Votre demande est d’abord «\u00a0${view.filedAs}\u00a0». Son avancement se lit sur le portail de la commune, dans votre espace ou à la page «\u00a0Suivre une demande\u00a0», avec son numéro et votre courriel.`,
      },
      { kind: "heading", level: 2, text: view.delay.lawTitle },
      ...view.delay.law.map((text) => ({ kind: "paragraph", text }) as const),
    ],
  };
}

function documentBlocks({ documents, papers }: RecepisseView): PdfBlock[] {
  if (documents.length === 0) return [];
  return [
    { kind: "heading", level: 2, text: "Les pièces de votre demande" },
    { kind: "list", items: documentLines(documents) },
    ...(papers ? [{ kind: "paragraph", text: papers.sentence } as const] : []),
  ];
}
