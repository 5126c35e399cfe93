import { readPdf } from "@/db/test/read-pdf";
import { demandeDocument, type DemandePdfView } from "./demande-document";
import { recepisseDocument } from "./recepisse-document";
import { renderPdf } from "./render";
import { runsOf } from "./fonts";
import { countingFiled, delayView } from "../rules/delays";
import type { RecepisseView } from "../filing/recepisse";

const letterhead = { town: "Belleval", colour: "#1a5c4c" };
const at = new Date("2026-11-23T09:05:00Z");

const recepisse: RecepisseView = {
  number: "2026-7K3Q-9XM4",
  demarche: "Copie d’acte de naissance",
  applicant: "Łucja Nguyễn-Παππά",
  beneficiary: "Zoé O’Brien",
  receivedAt: at,
  filedAs: "En attente",
  service: {
    name: "État civil",
    organisation: "Ville de Belleval",
    address: "1 place du Parvis, 99000 Belleval",
    phone: "01 99 00 00 01",
    email: "etat-civil@belleval.example",
  },
  delay: delayView({ maxDays: 10, silence: "refuses", silenceMonths: 2 }, countingFiled(at)),
  papers: {
    labels: ["Justificatif de domicile"],
    sentence: "Apportez ou envoyez cette pièce le 3 décembre 2026.",
    until: "3 décembre 2026",
    where: "Rue",
  },
  documents: [
    { label: "Pièce d’identité", files: ["recto.jpg", "verso.jpg"], isOnPaper: false },
    { label: "Justificatif de domicile", files: [], isOnPaper: true },
  ],
};

const demande: DemandePdfView = {
  number: "2026-7K3Q-9XM4",
  demarche: "Copie d’acte de naissance",
  service: "État civil",
  organisation: "Ville de Belleval",
  applicant: "Łucja Nguyễn-Παππά",
  beneficiary: null,
  submittedAt: at,
  status: { label: "Rejeté", sentence: "L’agent instructeur a rejeté votre demande." },
  reason: "L’acte n’est pas conservé ici.",
  sections: [
    {
      title: "Acte demandé",
      rows: [
        { label: "Nom sur l’acte", value: "Ольга 😀" },
        { label: "Précision", value: "" },
      ],
    },
    {
      title: "Long",
      rows: Array.from({ length: 60 }, (_, index) => ({ label: `Ligne ${index}`, value: "mot ".repeat(40) })),
    },
  ],
  documents: recepisse.documents,
  answerFiles: ["decision.pdf"],
  history: [{ at, who: "Vous", status: "En attente", reason: null }],
};

const read = async (document: Parameters<typeof renderPdf>[0]) => readPdf(await renderPdf(document));

describe("the récépissé as PDF", () => {
  it("is tagged, titled and declared PDF/UA, with embedded fonts", async () => {
    const pdf = await read(recepisseDocument(recepisse, letterhead, at));
    expect(pdf.title).toMatch(/Accusé de réception Demande n°\s2026-7K3Q-9XM4/);
    expect(pdf.isTagged).toBe(true);
    expect(pdf.metadata).toContain("<pdfuaid:part>1</pdfuaid:part>");
    expect(pdf.fonts.length).toBeGreaterThanOrEqual(3);
    for (const { name, isEmbedded } of pdf.fonts) {
      expect(isEmbedded).toBe(true);
      expect(name).toMatch(/^[A-Z]{6}\+/);
    }
  });

  it("is written in French for those who listen to it", async () => {
    const bytes = await renderPdf(recepisseDocument(recepisse, letterhead, at));
    expect(bytes.toString("latin1")).toMatch(/\/Lang \(fr\)/);
    expect(bytes.toString("latin1")).toMatch(/\/DisplayDocTitle true/);
    expect(bytes.toString("latin1")).toMatch(/\/Outlines /);
  });

  it("marks its headings, its lists and the headers of its tables", async () => {
    const { structure } = await read(recepisseDocument(recepisse, letterhead, at));
    expect(structure.match(/^\s*H1\b/gm)).toHaveLength(1);
    expect(structure.match(/^\s*H2\b/gm)).toHaveLength(5);
    expect(structure).toMatch(/LI\s+Lbl "•"\s+LBody "Pièce d’identité/);
    expect(structure).toMatch(/TH scope=Row "Téléphone"\s+TD "01 99 00 00 01"/);
  });

  it("says what article R. 112-5 of the CRPA asks, for a silence that refuses", async () => {
    const { text } = await read(recepisseDocument(recepisse, letterhead, at));
    const flat = text.replace(/\s+/g, " ");
    expect(flat).toContain("23 novembre 2026 à 10 h 05");
    expect(flat).toContain("1 place du Parvis, 99000 Belleval");
    expect(flat).toContain("01 99 00 00 01");
    expect(flat).toContain("Nous nous engageons à vous répondre le 3 décembre 2026 au plus tard (10 jours).");
    expect(flat.indexOf("2026-7K3Q-9XM4")).toBeLessThan(flat.indexOf("Nous nous engageons"));
    expect(flat.indexOf("Suivre votre demande")).toBeLessThan(flat.indexOf("Si vous n’avez pas de réponse"));
    expect(flat).toContain("Le 23 janvier 2027 est la date que fixe la loi");
    expect(flat).toContain("Sans réponse de notre part le 23 janvier 2027, votre demande sera rejetée");
    expect(flat).toContain("www.telerecours.fr");
    expect(flat).not.toContain("L. 232-3");
  });

  it("says what article R. 112-5 of the CRPA asks, for a silence that accepts", async () => {
    const { text } = await read(
      recepisseDocument(
        { ...recepisse, delay: delayView({ maxDays: 10, silence: "accepts", silenceMonths: 1 }, countingFiled(at)) },
        letterhead,
        at,
      ),
    );
    const flat = text.replace(/\s+/g, " ");
    expect(flat).toContain("le 23 décembre 2026, votre demande sera acceptée");
    expect(flat).toContain("L. 232-3");
    expect(flat).not.toContain("telerecours");
  });

  it("lists the documents joined and those on paper", async () => {
    const { text } = await read(recepisseDocument(recepisse, letterhead, at));
    expect(text).toContain("Pièce d’identité : recto.jpg, verso.jpg");
    expect(text).toContain("Justificatif de domicile : à remettre sur papier au guichet");
    expect(text.replace(/\s+/g, " ")).toContain("Apportez ou envoyez cette pièce le 3 décembre 2026.");
  });

  it("shows names in the letters of their owner", async () => {
    const { text } = await read(recepisseDocument(recepisse, letterhead, at));
    expect(text).toContain("Łucja Nguyễn-Παππά");
    expect(text).toContain("Zoé O’Brien");
  });
});

describe("the demande as PDF", () => {
  it("X12: shows the state, the answers by section, the documents and the history", async () => {
    const { text, structure } = await read(demandeDocument(demande, letterhead, at));
    for (const part of [
      "Rejeté. L’agent instructeur a rejeté votre demande.",
      "L’acte n’est pas conservé ici.",
      "Acte demandé",
      "Ольга",
      "Non renseigné",
      "decision.pdf",
      "Historique",
    ])
      expect(text).toContain(part);
    expect(structure).toMatch(/TH scope=Column "État"/);
  });

  it("numbers its pages, and repeats the number of the demande on each", async () => {
    const { pages } = await read(demandeDocument(demande, letterhead, at));
    expect(pages.length).toBeGreaterThan(1);
    for (const [index, page] of pages.entries()) {
      expect(page).toContain(`Page ${index + 1} sur ${pages.length}`);
      expect(page.match(/telle qu’elle était/g)).toHaveLength(1);
    }
  });
});

describe("runs of letters", () => {
  it("keeps a French sentence in one font", () => {
    expect(runsOf("L’élève « Zoé » n° 1 – 12,50 € …", "normal")).toHaveLength(1);
  });

  it("replaces what no font has, and drops what is invisible", () => {
    expect(
      runsOf("a 王 \u202eb", "normal")
        .map(({ text }) => text)
        .join(""),
    ).toBe("a \ufffd b");
  });

  it("composes letters and their accents", () => {
    expect(runsOf("e\u0301", "normal")).toEqual([{ text: "é", font: "main-normal" }]);
  });
});
