import { onlyOneName, unknown } from "@/lib/demarches/rules/waivers";
import { identityCard, legalObligation, proofOfAddress, type CatalogueEntry } from "./entry";

/** The book holds the extracts of the acts of its children, which their names find. */
const bookLaw = "décret n° 74-449 du 15 mai 1974, articles 1er et 2";

/** service-public, fiches F11991 et F11994; décret n° 74-449 du 15 mai 1974, art. 14 et 15. */
export const livretDeFamille: CatalogueEntry = {
  slug: "livret-de-famille",
  theme: "etat-civil",
  service: "etat-civil",
  title: "Demander un second livret de famille",
  summary: "Duplicata du livret de famille en cas de perte, de vol, de séparation ou de changement. C’est gratuit.",
  keywords: "duplicata perdu volé divorce séparation double remplacement livret famille",
  access: "account",
  definition: {
    description: [
      "Un second livret de famille est délivré gratuitement en cas de perte, de vol ou de détérioration, au parent séparé qui n’a pas le premier livret, et quand l’état civil d’une personne du livret a changé.",
      "La mairie de votre domicile fait compléter le livret par chaque commune qui détient un acte.",
    ],
    audience:
      "Les titulaires du livret qui habitent la commune. Après leur décès, les enfants ne peuvent pas en obtenir un second.",
    help: ["Indiquez la date et la commune de chaque événement inscrit dans le livret : mariage, naissances, décès."],
    maxDays: 60,
    silence: "refuses",
    silenceMonths: 2,
    appointment: "none",
    hasExchanges: true,
    legal: { purpose: "Délivrer un second livret de famille", basis: legalObligation, retentionMonths: 12 },
    applicant: { address: "required", phone: "optional", birth: "required" },
    sections: [
      {
        key: "motif",
        title: "Le motif",
        fields: [
          {
            key: "reason",
            type: "choice",
            label: "Pourquoi demandez-vous un second livret ?",
            options: [
              { value: "lost", label: "Le livret est perdu ou détruit" },
              { value: "stolen", label: "Le livret a été volé" },
              { value: "separation", label: "Je suis séparé et n’ai pas le livret" },
              { value: "change", label: "L’état civil d’une personne a changé" },
            ],
          },
          {
            key: "change",
            type: "long_text",
            label: "Quel changement ?",
            maxLength: 500,
            when: { field: "motif.reason", equals: "change" },
          },
        ],
      },
      {
        key: "livret",
        title: "Le contenu du livret",
        fields: [
          {
            key: "otherHolder",
            type: "person",
            label: "L’autre titulaire du livret",
            from: ["spouse"],
            asks: ["birthDate", "birthPlace"],
            isOptional: true,
          },
          { key: "isMarried", type: "yes_no", label: "Le livret a-t-il été remis lors d’un mariage ?" },
          {
            key: "marriageDate",
            type: "date",
            label: "Date du mariage",
            max: "today",
            mayBePartial: true,
            when: { field: "livret.isMarried", equals: true },
          },
          {
            key: "marriagePlace",
            type: "text",
            format: "place",
            label: "Commune du mariage",
            when: { field: "livret.isMarried", equals: true },
          },
          {
            key: "children",
            type: "group",
            label: "Les enfants inscrits dans le livret",
            isAboutThird: true,
            itemLabel: "Enfant",
            addLabel: "Ajouter un enfant",
            min: 0,
            max: 15,
            fields: [
              { key: "firstName", type: "text", format: "name", label: "Prénoms", law: bookLaw, waiver: onlyOneName },
              { key: "lastName", type: "text", format: "name", label: "Nom", law: bookLaw },
              {
                key: "birthDate",
                type: "date",
                label: "Date de naissance",
                max: "today",
                mayBePartial: true,
                waiver: unknown("Le service cherche l’acte avec les noms : la réponse peut être plus longue."),
              },
              {
                key: "birthPlace",
                type: "text",
                format: "place",
                label: "Commune de naissance",
                waiver: unknown("Le service vous aide à retrouver l’acte : la réponse peut être plus longue."),
              },
            ],
          },
        ],
      },
      {
        key: "pieces",
        title: "Les justificatifs",
        fields: [
          identityCard,
          proofOfAddress,
          {
            key: "report",
            type: "file",
            document: "other",
            label: "Récépissé de la déclaration de vol",
            when: { field: "motif.reason", equals: "stolen" },
          },
          {
            key: "ruling",
            type: "file",
            document: "court_ruling",
            label: "Jugement ou preuve de la séparation",
            when: { field: "motif.reason", equals: "separation" },
          },
        ],
      },
    ],
  },
};
