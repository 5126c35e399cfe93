import { publicInterest, type CatalogueEntry } from "./entry";

/** service-public, fiche F24345; code de la santé publique, art. L. 3334-2 et L. 3335-4. */
export const buvetteTemporaire: CatalogueEntry = {
  slug: "buvette-temporaire",
  theme: "vie-associative",
  service: "vie-associative",
  title: "Déclarer une buvette temporaire",
  summary: "Autorisation de vendre des boissons du groupe 3 au plus, lors d’une fête ou d’une rencontre.",
  keywords: "débit de boissons alcool bar licence fête kermesse tournoi association buvette manifestation",
  access: "account",
  quotaPerPerson: 10,
  definition: {
    description: [
      "Une association qui vend des boissons alcoolisées lors d’une manifestation publique demande l’autorisation du maire. Faites la demande 15 jours avant, 3 mois avant dans une enceinte sportive.",
      "Une association peut ouvrir 5 buvettes par an, 10 pour un club sportif agréé.",
    ],
    audience: "Les associations et les personnes qui organisent une manifestation publique dans la commune.",
    help: ["Boissons du groupe 3 : vin, bière, cidre, jus fermentés jusqu’à 3 degrés, apéritifs jusqu’à 18 degrés."],
    maxDays: 15,
    silence: "refuses",
    silenceMonths: 2,
    appointment: "none",
    hasExchanges: true,
    legal: { purpose: "Délivrer les autorisations de buvette temporaire", basis: publicInterest, retentionMonths: 24 },
    applicant: { address: "required", phone: "required", birth: "none" },
    beneficiary: {
      roles: ["association"],
      allowsSelf: true,
      question: "Au nom de qui faites-vous la demande ?",
      birth: "none",
    },
    sections: [
      {
        key: "manifestation",
        title: "La manifestation",
        fields: [
          { key: "name", type: "text", label: "Nom de la manifestation" },
          { key: "place", type: "address", label: "Lieu" },
          { key: "isSport", type: "yes_no", label: "Est-ce dans un stade, un gymnase ou une salle de sport ?" },
          {
            key: "approval",
            type: "text",
            label: "Numéro d’agrément sportif",
            maxLength: 40,
            when: { field: "manifestation.isSport", equals: true },
          },
          { key: "from", type: "date", label: "Premier jour", min: "+15d", max: "+18m" },
          { key: "to", type: "date", label: "Dernier jour", min: "+15d", max: "+18m" },
          { key: "hours", type: "text", label: "Horaires", help: "Par exemple : de 14 h à 23 h.", maxLength: 100 },
          {
            key: "drinks",
            type: "choices",
            label: "Boissons vendues",
            options: [
              { value: "group1", label: "Sans alcool (groupe 1)" },
              { value: "group3", label: "Vin, bière, cidre, apéritifs jusqu’à 18 degrés (groupe 3)" },
            ],
          },
          { key: "count", type: "number", label: "Buvettes déjà ouvertes cette année", min: 0, max: 10, isWhole: true },
        ],
      },
    ],
  },
};
