import { unknownBirth, unknownInPart } from "@/lib/demarches/rules/waivers";
import { actAsked, actTerms, forTheFamily, proofOfRelationship, relationshipAsked } from "./acts";
import { actsLaw, type CatalogueEntry } from "./entry";

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
    ...actTerms,
    sections: [
      {
        key: "acte",
        title: "L’acte demandé",
        fields: [
          ...actAsked({
            full: "Tout l’acte, avec les mentions en marge.",
            withParents: "Avec les noms des parents.",
            withoutParents: "La personne seule.",
          }),
          relationshipAsked(
            "Qui êtes-vous pour la personne concernée ?",
            [
              { value: "self", label: "C’est mon acte de naissance" },
              { value: "spouse", label: "Son conjoint ou partenaire de Pacs" },
              { value: "ascendant", label: "Son père, sa mère ou un grand-parent" },
              { value: "descendant", label: "Son enfant ou petit-enfant" },
            ],
            "Son représentant légal",
          ),
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
            when: forTheFamily,
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
            when: forTheFamily,
          },
        ],
      },
      proofOfRelationship(
        "Preuve de votre lien avec la personne",
        "Livret de famille, votre propre acte de naissance, jugement ou mandat.",
        ["spouse", "ascendant", "descendant"],
      ),
    ],
  },
};
