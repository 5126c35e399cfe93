import type { DraftView } from "@/lib/demandes/types/demande";
import type { DemarcheDefinition } from "@/lib/demarches/form";
import { fieldSections, isOpen, journeyOf, openRequests, placeBefore } from "./journey";

const definition: DemarcheDefinition = {
  description: [],
  audience: "",
  help: [],
  maxDays: 10,
  silence: "refuses",
  silenceMonths: 2,
  appointment: "none",
  hasExchanges: true,
  legal: { purpose: "", basis: "", retentionMonths: 12 },
  applicant: { address: "none", phone: "none", birth: "none" },
  sections: [
    {
      key: "acte",
      title: "L’acte",
      fields: [
        {
          key: "lien",
          type: "choice",
          label: "Lien",
          options: [
            { value: "moi", label: "Moi" },
            { value: "autre", label: "Autre" },
          ],
        },
        { key: "nom", type: "text", label: "Nom", when: { field: "acte.lien", equals: "autre" } },
        { key: "piece", type: "file", label: "Pièce", document: "identity_card" },
        {
          key: "preuve",
          type: "file",
          label: "Preuve",
          document: "other",
          when: { field: "acte.lien", equals: "autre" },
        },
      ],
    },
  ],
};

function draft(changes: Partial<DraftView> = {}): DraftView {
  return {
    id: "d",
    definition,
    answers: { acte: { lien: "moi" } },
    attachments: [],
    openPaths: null,
    mode: "new",
    context: { today: "2026-11-23", isSignedIn: true },
    ...changes,
  } as unknown as DraftView;
}

const hrefs = (view: DraftView) => journeyOf(view).map(({ href }) => href.replace("/demandes/d/", ""));

describe("the pages of a draft", () => {
  it("has an appointment only where the démarche has one", () => {
    expect(hrefs(draft())).toEqual(["demarche", "informations", "demande", "demande/documents", "recapitulatif"]);
    const withAppointment = draft({ definition: { ...definition, appointment: "required" } });
    expect(hrefs(withAppointment)[1]).toBe("rendez-vous");
  });

  it("goes from the documents straight to the summary when no document applies", () => {
    const noFile = {
      ...definition,
      sections: definition.sections.map((s) => ({ ...s, fields: s.fields.slice(0, 2) })),
    };
    expect(hrefs(draft({ definition: noFile }))).toEqual(["demarche", "informations", "demande", "recapitulatif"]);
  });

  it("goes, in a correction, through what the service named and nothing else", () => {
    expect(hrefs(draft({ mode: "correction", openPaths: ["acte.piece"] }))).toEqual([
      "demande/documents",
      "recapitulatif",
    ]);
    expect(hrefs(draft({ mode: "correction", openPaths: ["applicant.email"] }))).toEqual([
      "informations",
      "recapitulatif",
    ]);
  });

  it("keeps the fields that a corrected answer may call for, hidden for now", () => {
    const sections = fieldSections(draft({ mode: "correction", openPaths: ["acte.lien"] }), "demande");
    expect(sections.flatMap(({ fields }) => fields.map(({ key }) => key))).toEqual(["lien", "nom"]);
  });

  it("asks for the documents that apply to the answers", () => {
    expect(openRequests(draft()).map(({ path }) => path)).toEqual(["acte.piece"]);
    expect(openRequests(draft({ answers: { acte: { lien: "autre" } } })).map(({ path }) => path)).toEqual([
      "acte.piece",
      "acte.preuve",
    ]);
  });

  it("leads back to the page before, and to nothing from the first", () => {
    expect(placeBefore(draft(), "/demandes/d/recapitulatif")).toBe("/demandes/d/demande/documents");
    expect(placeBefore(draft(), "/demandes/d/demarche")).toBeNull();
  });

  it("opens a field, its parts and the whole of a named section", () => {
    expect(isOpen({ openPaths: ["a.group.0.x"] }, "a.group")).toBe(true);
    expect(isOpen({ openPaths: ["beneficiary"] }, "beneficiary.firstName")).toBe(true);
    expect(isOpen({ openPaths: ["a.b"] }, "a.bc")).toBe(false);
  });
});
