import { unknownInPart } from "@/lib/demarches/rules/waivers";
import { legalObligation, proofOfAddress, type CatalogueEntry } from "./entry";

/** service-public, fiche F870; code du service national, art. L. 113-1 et suivants. */
export const recensementCitoyen: CatalogueEntry = {
  slug: "recensement-citoyen",
  theme: "citoyennete",
  service: "elections",
  title: "Recensement citoyen",
  summary: "À faire dans les 3 mois qui suivent le 16e anniversaire, pour tous les jeunes Français.",
  keywords: "jdc journée défense citoyenneté 16 ans armée militaire recensement jeune bac permis attestation",
  access: "free",
  isFeatured: true,
  definition: {
    description: [
      "Chaque jeune Français se fait recenser à la mairie de son domicile entre le jour de ses 16 ans et la fin du 3e mois qui suit.",
      "L’attestation de recensement est demandée pour passer le baccalauréat ou le permis de conduire. Le recensement permet aussi l’inscription d’office sur les listes électorales à 18 ans.",
    ],
    audience:
      "Les jeunes Français de 16 à 25 ans qui habitent la commune, ou leur représentant légal s’ils sont mineurs. Une personne devenue française entre 16 et 25 ans a un mois pour le faire.",
    help: [
      "Passé le délai de 3 mois, le recensement reste possible jusqu’à 25 ans.",
      "La mairie ne délivre l’attestation qu’une fois : gardez-la. Un duplicata se demande au centre du service national.",
    ],
    maxDays: 15,
    silence: "refuses",
    silenceMonths: 2,
    appointment: "none",
    hasExchanges: true,
    legal: { purpose: "Recenser les jeunes pour le service national", basis: legalObligation, retentionMonths: 12 },
    applicant: { address: "required", phone: "optional", birth: "none" },
    beneficiary: { roles: ["child"], allowsSelf: true, question: "Qui doit être recensé ?", birth: "required" },
    warnings: [
      {
        field: "beneficiary.birthDate",
        if: { after: "-16y" },
        text: "Le recensement se fait à partir de 16 ans. Vérifiez la date de naissance.",
      },
      {
        field: "beneficiary.birthDate",
        if: { before: "-26y" },
        text: "Le recensement se fait jusqu’à 25 ans. Vérifiez la date de naissance.",
      },
    ],
    sections: [
      {
        key: "jeune",
        title: "Le jeune à recenser",
        fields: [
          {
            key: "birthDate",
            type: "date",
            label: "Date de naissance",
            min: "-25y",
            max: "-16y",
            isBirthday: true,
            mayBePartial: true,
            when: { field: "beneficiary.who", equals: "self" },
          },
          {
            key: "birthPlace",
            type: "text",
            format: "place",
            label: "Commune de naissance",
            when: { field: "beneficiary.who", equals: "self" },
          },
          {
            key: "nationality",
            type: "choice",
            label: "Nationalité",
            options: [
              { value: "french", label: "Française de naissance" },
              { value: "became", label: "Devenue française" },
              { value: "dual", label: "Française et une autre nationalité" },
            ],
          },
          {
            key: "acquiredOn",
            type: "date",
            label: "Date d’acquisition de la nationalité française",
            max: "today",
            when: { field: "jeune.nationality", equals: "became" },
          },
          {
            key: "situation",
            type: "choice",
            label: "Situation",
            options: [
              { value: "student", label: "Élève ou étudiant" },
              { value: "apprentice", label: "Apprenti" },
              { value: "worker", label: "Salarié" },
              { value: "other", label: "Autre situation" },
            ],
          },
          {
            key: "school",
            type: "text",
            label: "Établissement scolaire",
            isOptional: true,
            when: { field: "jeune.situation", oneOf: ["student", "apprentice"] },
          },
        ],
      },
      {
        key: "parents",
        title: "Les parents",
        fields: [
          {
            key: "first",
            type: "person",
            label: "Premier parent",
            from: ["account", "parent"],
            asks: ["birthDate", "birthPlace"],
            waiver: unknownInPart("Le recensement se fait quand même, avec ce que vous connaissez."),
          },
          {
            key: "second",
            type: "person",
            label: "Second parent",
            from: ["spouse", "parent"],
            asks: ["birthDate", "birthPlace"],
            isOptional: true,
          },
        ],
      },
      {
        key: "pieces",
        title: "Les justificatifs",
        fields: [
          {
            key: "identity",
            type: "file",
            document: "identity_card",
            label: "Pièce d’identité du jeune",
            help: "Carte d’identité (recto et verso) ou passeport.",
          },
          {
            key: "familyBook",
            type: "file",
            document: "family_record_book",
            label: "Livret de famille",
            help: "Les pages des parents et de l’enfant.",
          },
          { ...proofOfAddress, isOptional: true },
        ],
      },
    ],
  },
};
