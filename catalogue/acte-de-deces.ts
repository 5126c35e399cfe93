import { unknown } from "@/lib/demarches/rules/waivers";
import { actTerms } from "./acts";
import { actsLaw, type CatalogueEntry } from "./entry";

/** service-public, fiche F1444: toute personne peut l’obtenir, sans donner de raison. */
export const acteDeDeces: CatalogueEntry = {
  slug: "acte-de-deces",
  theme: "etat-civil",
  service: "etat-civil",
  title: "Demander une copie d’acte de décès",
  summary: "Copie d’un acte de décès dressé ou transcrit dans la commune. C’est gratuit, pour toute personne.",
  keywords: "mort défunt décédé obsèques succession notaire copie intégrale état civil certificat",
  access: "free",
  isFeatured: true,
  definition: {
    description: [
      "Vous pouvez demander la copie d’un acte de décès à la mairie du lieu du décès, ou à celle du dernier domicile de la personne décédée. La démarche est gratuite.",
    ],
    audience: "Toute personne, sans avoir à donner de raison.",
    help: ["Si vous ne connaissez pas la date exacte du décès, indiquez l’année, ou le mois et l’année."],
    ...actTerms,
    sections: [
      {
        key: "acte",
        title: "L’acte demandé",
        fields: [
          {
            key: "deceased",
            type: "person",
            label: "Personne décédée",
            from: [],
            asks: [],
            help: "Nom de naissance et prénoms.",
            law: actsLaw,
          },
          {
            key: "date",
            type: "date",
            label: "Date du décès",
            max: "today",
            isAboutThird: true,
            mayBePartial: true,
            waiver: unknown("Le service cherche l’acte avec le nom seul : la réponse peut être plus longue."),
          },
          {
            key: "link",
            type: "choice",
            label: "Quel est le lien de la commune avec ce décès ?",
            options: [
              { value: "place", label: "La personne est décédée dans la commune" },
              { value: "home", label: "La personne habitait la commune" },
              { value: "unknown", label: "Je ne sais pas" },
            ],
          },
          {
            key: "copies",
            type: "number",
            label: "Nombre d’exemplaires",
            min: 1,
            max: 5,
            isWhole: true,
            help: "5 au plus.",
          },
          { key: "remark", type: "long_text", label: "Précisions utiles", isOptional: true, maxLength: 500 },
        ],
      },
    ],
  },
};
