import { publicInterest, type CatalogueEntry } from "./entry";

/** Code général des collectivités territoriales, art. L. 2121-30 et R. 2512-6. */
export const certificatDeNumerotage: CatalogueEntry = {
  slug: "certificat-de-numerotage",
  theme: "urbanisme",
  service: "urbanisme",
  title: "Demander un certificat de numérotage",
  summary: "Le numéro officiel d’un bâtiment ou d’un terrain dans sa rue.",
  keywords: "numéro rue adresse postale parcelle cadastre notaire construction maison neuve fibre urbanisme",
  access: "free",
  definition: {
    description: [
      "Le certificat de numérotage atteste l’adresse officielle d’un bien. Il est demandé par un notaire, un fournisseur d’énergie ou pour la fibre.",
      "Le service peut aussi attribuer un numéro à une construction nouvelle.",
    ],
    audience:
      "Les propriétaires, les notaires, les entreprises et toute personne qui a besoin d’une adresse officielle.",
    help: ["La référence cadastrale se lit sur cadastre.gouv.fr ou sur l’avis de taxe foncière."],
    maxDays: 30,
    silence: "refuses",
    silenceMonths: 2,
    appointment: "none",
    hasExchanges: true,
    legal: { purpose: "Attribuer et certifier les adresses de la commune", basis: publicInterest, retentionMonths: 12 },
    applicant: { address: "required", phone: "optional", birth: "none" },
    sections: [
      {
        key: "bien",
        title: "Le bien",
        fields: [
          {
            key: "kind",
            type: "choice",
            label: "Que demandez-vous ?",
            options: [
              { value: "certificate", label: "Le certificat d’une adresse existante" },
              { value: "new", label: "Un numéro pour une construction nouvelle" },
              { value: "change", label: "La correction d’un numéro" },
            ],
          },
          { key: "address", type: "address", label: "Adresse ou voie du bien", startsAs: "applicant.address" },
          {
            key: "parcel",
            type: "text",
            label: "Référence cadastrale",
            help: "Section et numéro, par exemple AB 123.",
            maxLength: 60,
          },
          {
            key: "permit",
            type: "text",
            label: "Numéro du permis de construire",
            maxLength: 30,
            isOptional: true,
            when: { field: "bien.kind", equals: "new" },
          },
          {
            key: "reason",
            type: "long_text",
            label: "Ce qui ne va pas",
            maxLength: 800,
            when: { field: "bien.kind", equals: "change" },
          },
        ],
      },
      {
        key: "pieces",
        title: "Les justificatifs",
        fields: [
          {
            key: "plan",
            type: "file",
            document: "site_plan",
            label: "Plan de situation",
            help: "Extrait du cadastre où figure le bien.",
          },
        ],
      },
    ],
  },
};
