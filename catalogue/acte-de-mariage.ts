import { unknown, unknownBirth } from "@/lib/demarches/rules/waivers";
import { actAsked, actTerms, forTheFamily, proofOfRelationship, relationshipAsked } from "./acts";
import { actsLaw, type CatalogueEntry } from "./entry";

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
    ...actTerms,
    sections: [
      {
        key: "acte",
        title: "L’acte demandé",
        fields: [
          ...actAsked(),
          relationshipAsked(
            "Qui êtes-vous pour les époux ?",
            [
              { value: "spouse", label: "Je suis l’un des époux" },
              { value: "ascendant", label: "Un parent ou grand-parent" },
              { value: "descendant", label: "Un enfant ou petit-enfant" },
            ],
            "Le représentant légal de l’un d’eux",
          ),
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
            help: "Nom de naissance et tous les prénoms. Si vous êtes l’un des époux, c’est vous qu’il faut indiquer ici.",
            isApplicantWhen: { field: "acte.relationship", equals: "spouse" },
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
            when: forTheFamily,
            waiver: unknown(
              "Le service cherche l’acte sans ces noms. Il peut vous demander une autre preuve, ou ne délivrer que l’extrait sans filiation.",
            ),
          },
        ],
      },
      proofOfRelationship(
        "Preuve de votre lien avec les époux",
        "Livret de famille, acte de naissance, jugement ou mandat.",
        ["ascendant", "descendant"],
      ),
    ],
  },
};
