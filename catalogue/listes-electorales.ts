import { identityCard, legalObligation, proofOfAddress, type CatalogueEntry } from "./entry";

/** service-public, fiches F1367 et F1965; code électoral, art. L. 11 à L. 18. */
export const listesElectorales: CatalogueEntry = {
  slug: "listes-electorales",
  theme: "citoyennete",
  service: "elections",
  title: "S’inscrire sur les listes électorales",
  summary: "Pour voter dans la commune. À faire au plus tard le 6e vendredi avant le premier tour.",
  keywords: "vote voter élection électeur carte électorale bureau inscription déménagement cerfa 12669",
  access: "free",
  isFeatured: true,
  definition: {
    description: [
      "Pour voter, vous devez être inscrit sur les listes électorales. L’inscription est possible toute l’année.",
      "Pour voter à une élection, faites la demande au plus tard le 6e vendredi avant le premier tour. Le maire se prononce dans les 5 jours.",
    ],
    audience:
      "Les Français majeurs qui ont une attache avec la commune, et les citoyens de l’Union européenne pour les élections municipales et européennes.",
    help: [
      "Vous êtes inscrit d’office à 18 ans si vous avez fait le recensement citoyen à 16 ans.",
      "Vous n’avez pas à vous désinscrire de votre ancienne commune : la radiation est automatique.",
    ],
    maxDays: 5,
    silence: "refuses",
    silenceMonths: 2,
    appointment: "none",
    hasExchanges: true,
    legal: {
      purpose: "Instruire la demande d’inscription sur les listes électorales",
      basis: legalObligation,
      retentionMonths: 12,
    },
    applicant: { address: "required", phone: "optional", birth: "required" },
    sections: [
      {
        key: "inscription",
        title: "Votre inscription",
        fields: [
          {
            key: "nationality",
            type: "choice",
            label: "Quelle est votre nationalité ?",
            options: [
              { value: "french", label: "Française" },
              { value: "european", label: "D’un autre pays de l’Union européenne" },
            ],
          },
          {
            key: "lists",
            type: "choices",
            label: "Sur quelles listes souhaitez-vous être inscrit ?",
            when: { field: "inscription.nationality", equals: "european" },
            options: [
              { value: "municipal", label: "Élections municipales" },
              { value: "european", label: "Élections européennes" },
            ],
          },
          {
            key: "country",
            type: "text",
            label: "Pays dont vous avez la nationalité",
            when: { field: "inscription.nationality", equals: "european" },
          },
          {
            key: "link",
            type: "choice",
            label: "Quelle est votre attache avec la commune ?",
            options: [
              { value: "home", label: "J’y habite" },
              { value: "taxpayer", label: "J’y paie des impôts locaux depuis au moins 2 ans" },
              { value: "manager", label: "Je gère ou possède une entreprise dans la commune depuis au moins 2 ans" },
              { value: "child", label: "J’ai moins de 26 ans et mes parents y habitent" },
            ],
          },
          { key: "isRegistered", type: "yes_no", label: "Êtes-vous déjà inscrit dans une autre commune ?" },
          {
            key: "previous",
            type: "commune",
            label: "Commune où vous êtes inscrit",
            when: { field: "inscription.isRegistered", equals: true },
          },
        ],
      },
      {
        key: "pieces",
        title: "Les justificatifs",
        fields: [
          {
            ...identityCard,
            help: "Carte d’identité (recto et verso) ou passeport, en cours de validité ou périmé depuis moins de 5 ans.",
          },
          { ...proofOfAddress, when: { field: "inscription.link", oneOf: ["home", "child"] } },
          {
            key: "tax",
            type: "file",
            document: "tax_notice",
            label: "Avis d’impôts locaux des deux dernières années",
            when: { field: "inscription.link", equals: "taxpayer" },
          },
          {
            key: "company",
            type: "file",
            document: "company_register_extract",
            label: "Preuve de votre qualité de gérant ou d’associé",
            when: { field: "inscription.link", equals: "manager" },
          },
        ],
      },
      {
        key: "honneur",
        title: "Votre engagement",
        fields: [
          {
            key: "honour",
            type: "consent",
            label: "J’atteste sur l’honneur que les informations données sont exactes",
            help: "Une inscription frauduleuse est punie par l’article L. 113 du code électoral.",
          },
        ],
      },
    ],
  },
};
