import { unknownBirth, unknownInPart } from "../waivers";
import { actsLaw, legalObligation, type CatalogueEntry } from "./entry";

/** service-public, fiche F1427; décret n° 2017-890 du 6 mai 2017, art. 30 et suivants. */
export const acteDeNaissance: CatalogueEntry = {
  slug: "acte-de-naissance",
  theme: "etat-civil",
  service: "etat-civil",
  title: "Demander une copie d’acte de naissance",
  summary: "Copie intégrale ou extrait d’un acte de naissance dressé dans la commune. C’est gratuit.",
  keywords: "extrait filiation naissance né née bébé copie intégrale état civil certificat papier mairie",
  access: "free",
  isFeatured: true,
  definition: {
    description: [
      "Vous pouvez demander la copie d’un acte de naissance à la mairie du lieu de naissance. La démarche est gratuite.",
      "La copie intégrale reprend tout l’acte. L’extrait avec filiation mentionne les parents. L’extrait sans filiation ne parle que de la personne.",
    ],
    audience:
      "La personne concernée, son conjoint ou partenaire de Pacs, ses parents et grands-parents, ses enfants et petits-enfants, son représentant légal. Toute personne peut demander un extrait sans filiation.",
    help: [
      "Indiquez les noms et prénoms tels qu’ils figurent sur l’acte, sans abréviation.",
      "Pour une copie intégrale ou un extrait avec filiation, indiquez les noms et prénoms des parents si vous les connaissez.",
      "Si la naissance a eu lieu à l’étranger, adressez-vous au service central d’état civil, à Nantes.",
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
              { value: "full", label: "Copie intégrale", help: "Tout l’acte, avec les mentions en marge." },
              { value: "withParents", label: "Extrait avec filiation", help: "Avec les noms des parents." },
              { value: "withoutParents", label: "Extrait sans filiation", help: "La personne seule." },
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
            label: "Qui êtes-vous pour la personne concernée ?",
            when: { field: "acte.kind", oneOf: ["full", "withParents"] },
            options: [
              { value: "self", label: "C’est mon acte de naissance" },
              { value: "spouse", label: "Son conjoint ou partenaire de Pacs" },
              { value: "ascendant", label: "Son père, sa mère ou un grand-parent" },
              { value: "descendant", label: "Son enfant ou petit-enfant" },
              { value: "legal", label: "Son représentant légal" },
              { value: "professional", label: "Un professionnel autorisé (notaire, avocat…)" },
            ],
          },
          {
            key: "reason",
            type: "text",
            label: "Motif de la demande",
            isOptional: true,
            help: "Par exemple : mariage, Pacs, passeport. Le service choisit alors le document qui convient.",
          },
        ],
      },
      {
        key: "personne",
        title: "La personne concernée",
        fields: [
          {
            key: "holder",
            type: "person",
            label: "Personne dont vous demandez l’acte",
            from: ["account", "child", "spouse", "parent", "other_adult"],
            asks: ["birthDate", "birthPlace"],
            help: "Nom de naissance et tous les prénoms.",
            isApplicantWhen: { field: "acte.relationship", equals: "self" },
            law: actsLaw,
            waiver: unknownBirth("Le service cherche l’acte avec les noms seuls : la réponse peut être plus longue."),
          },
          {
            key: "firstParent",
            type: "person",
            label: "Premier parent",
            from: ["account", "parent"],
            asks: [],
            when: { field: "acte.kind", oneOf: ["full", "withParents"] },
            waiver: unknownInPart(
              "Le service cherche l’acte sans ce nom. Il peut vous demander une autre preuve, ou ne délivrer que l’extrait sans filiation.",
            ),
          },
          {
            key: "secondParent",
            type: "person",
            label: "Second parent",
            from: ["account", "parent"],
            asks: [],
            isOptional: true,
            when: { field: "acte.kind", oneOf: ["full", "withParents"] },
          },
        ],
      },
      {
        key: "pieces",
        title: "Les justificatifs",
        when: {
          all: [
            { field: "acte.kind", oneOf: ["full", "withParents"] },
            { field: "acte.relationship", oneOf: ["spouse", "ascendant", "descendant", "legal", "professional"] },
          ],
        },
        fields: [
          {
            key: "link",
            type: "file",
            document: "family_record_book",
            label: "Preuve de votre lien avec la personne",
            help: "Livret de famille, votre propre acte de naissance, jugement ou mandat.",
          },
        ],
      },
    ],
  },
};
