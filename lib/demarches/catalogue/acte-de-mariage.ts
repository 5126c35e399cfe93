import { unknown, unknownBirth } from "../waivers";
import { actsLaw, legalObligation, type CatalogueEntry } from "./entry";

/** service-public, fiche F1432. */
export const acteDeMariage: CatalogueEntry = {
  slug: "acte-de-mariage",
  theme: "etat-civil",
  service: "etat-civil",
  title: "Demander une copie d’acte de mariage",
  summary: "Copie intégrale ou extrait d’un acte de mariage célébré dans la commune. C’est gratuit.",
  keywords: "extrait filiation mariage époux épouse conjoint noces copie intégrale état civil certificat",
  access: "free",
  isFeatured: true,
  definition: {
    description: [
      "Vous pouvez demander la copie d’un acte de mariage à la mairie du lieu de célébration. La démarche est gratuite.",
      "La copie intégrale et l’extrait avec filiation sont réservés aux époux et à leur famille proche. L’extrait sans filiation est délivré à toute personne.",
    ],
    audience:
      "Les époux, leurs parents et grands-parents, leurs enfants et petits-enfants, leur représentant légal. Toute personne peut demander un extrait sans filiation.",
    help: [
      "Indiquez les noms de naissance des deux époux.",
      "Si vous ne connaissez pas la date exacte du mariage, indiquez l’année, ou le mois et l’année.",
    ],
    maxDays: 10,
    silence: "refuses",
    silenceMonths: 2,
    appointment: "none",
    hasExchanges: true,
    legal: { purpose: "Délivrer la copie de l’acte d’état civil demandé", basis: legalObligation, retentionMonths: 12 },
    applicant: { address: "required", phone: "optional", birth: "none", mayLiveAbroad: true },
    sections: [
      {
        key: "acte",
        title: "L’acte demandé",
        fields: [
          {
            key: "kind",
            type: "choice",
            label: "Quel document souhaitez-vous ?",
            options: [
              { value: "full", label: "Copie intégrale" },
              { value: "withParents", label: "Extrait avec filiation" },
              { value: "withoutParents", label: "Extrait sans filiation" },
            ],
          },
          {
            key: "copies",
            type: "number",
            label: "Nombre d’exemplaires",
            min: 1,
            max: 3,
            isWhole: true,
            help: "3 au plus.",
          },
          {
            key: "relationship",
            type: "choice",
            label: "Qui êtes-vous pour les époux ?",
            when: { field: "acte.kind", oneOf: ["full", "withParents"] },
            options: [
              { value: "spouse", label: "Je suis l’un des époux" },
              { value: "ascendant", label: "Un parent ou grand-parent" },
              { value: "descendant", label: "Un enfant ou petit-enfant" },
              { value: "legal", label: "Le représentant légal de l’un d’eux" },
              { value: "professional", label: "Un professionnel autorisé (notaire, avocat…)" },
            ],
          },
        ],
      },
      {
        key: "mariage",
        title: "Le mariage",
        fields: [
          {
            key: "date",
            type: "date",
            label: "Date du mariage",
            max: "today",
            isAboutThird: true,
            mayBePartial: true,
            waiver: unknown("Le service cherche l’acte avec les noms des époux : la réponse peut être plus longue."),
          },
          {
            key: "firstSpouse",
            type: "person",
            label: "Premier époux ou première épouse",
            from: ["account", "spouse", "parent"],
            asks: ["birthDate"],
            help: "Nom de naissance et tous les prénoms.",
            law: actsLaw,
            waiver: unknownBirth("Le service cherche l’acte avec les noms et la date du mariage."),
          },
          {
            key: "secondSpouse",
            type: "person",
            label: "Second époux ou seconde épouse",
            from: ["account", "spouse", "parent"],
            asks: ["birthDate"],
            help: "Nom de naissance et tous les prénoms.",
            law: actsLaw,
            waiver: unknownBirth("Le service cherche l’acte avec les noms et la date du mariage."),
          },
          {
            key: "parents",
            type: "long_text",
            label: "Noms et prénoms des parents des époux",
            maxLength: 1000,
            isAboutThird: true,
            when: { field: "acte.kind", oneOf: ["full", "withParents"] },
            waiver: unknown(
              "Le service cherche l’acte sans ces noms. Il peut vous demander une autre preuve, ou ne délivrer que l’extrait sans filiation.",
            ),
          },
        ],
      },
      {
        key: "pieces",
        title: "Les justificatifs",
        when: {
          all: [
            { field: "acte.kind", oneOf: ["full", "withParents"] },
            { field: "acte.relationship", oneOf: ["ascendant", "descendant", "legal", "professional"] },
          ],
        },
        fields: [
          {
            key: "link",
            type: "file",
            document: "family_record_book",
            label: "Preuve de votre lien avec les époux",
            help: "Livret de famille, acte de naissance, jugement ou mandat.",
          },
        ],
      },
    ],
  },
};
