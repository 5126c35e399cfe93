import { childTerms } from "./children";
import { publicInterest, type CatalogueEntry } from "./entry";

/** A démarche with a season: the file opens in the spring for the summer. */
export const centreDeLoisirs: CatalogueEntry = {
  slug: "centre-de-loisirs-ete",
  theme: "enfance-scolarite",
  service: "scolarite",
  title: "Inscrire un enfant au centre de loisirs d’été",
  summary: "Accueil des enfants de 3 à 12 ans, à la semaine, pendant les vacances d’été.",
  keywords: "vacances été colonie animation alsh accueil loisirs juillet août garderie enfant",
  access: "account",
  season: { opens: "03-01", closes: "05-31" },
  definition: {
    description: [
      "Les centres de loisirs accueillent les enfants à la semaine en juillet et en août, de 7 h 30 à 18 h 30.",
      "Le tarif dépend de votre quotient familial. Sans justificatif de revenus, le tarif le plus élevé est appliqué.",
    ],
    audience: "Les enfants de 3 à 12 ans qui habitent la commune ou y sont scolarisés.",
    help: ["Les semaines sont attribuées selon les places et l’ordre d’arrivée des dossiers complets."],
    ...childTerms,
    legal: {
      purpose: "Organiser l’accueil de loisirs et calculer le tarif",
      basis: publicInterest,
      retentionMonths: 24,
    },
    warnings: [
      {
        field: "beneficiary.birthDate",
        if: { before: "-14y" },
        text: "L’accueil de loisirs est pour les enfants de 3 à 12 ans. Vérifiez la date de naissance.",
      },
      {
        field: "beneficiary.birthDate",
        if: { after: "-2y" },
        text: "L’accueil de loisirs est pour les enfants de 3 à 12 ans. Vérifiez la date de naissance.",
      },
    ],
    sections: [
      {
        key: "sejour",
        title: "Les semaines",
        fields: [
          {
            key: "weeks",
            type: "choices",
            label: "Semaines souhaitées",
            options: [
              { value: "july1", label: "1re semaine de juillet" },
              { value: "july2", label: "2e semaine de juillet" },
              { value: "july3", label: "3e semaine de juillet" },
              { value: "july4", label: "4e semaine de juillet" },
              { value: "august1", label: "1re semaine d’août" },
              { value: "august2", label: "2e semaine d’août" },
              { value: "august3", label: "3e semaine d’août" },
              { value: "august4", label: "4e semaine d’août" },
            ],
          },
          {
            key: "meal",
            type: "choice",
            label: "Repas",
            options: [
              { value: "standard", label: "Repas habituel" },
              { value: "noMeat", label: "Repas sans viande" },
            ],
          },
          { key: "canSwim", type: "yes_no", label: "L’enfant sait-il nager ?" },
        ],
      },
      {
        key: "revenus",
        title: "Le tarif",
        fields: [
          {
            key: "proof",
            type: "choice",
            label: "Comment justifiez-vous de vos revenus ?",
            options: [
              { value: "caf", label: "Attestation de la CAF" },
              { value: "tax", label: "Avis d’imposition" },
              { value: "none", label: "Je ne fournis pas de justificatif" },
            ],
          },
          {
            key: "cafNumber",
            type: "text",
            label: "Numéro d’allocataire",
            maxLength: 20,
            when: { field: "revenus.proof", equals: "caf" },
          },
        ],
      },
      {
        key: "pieces",
        title: "Les justificatifs",
        fields: [
          { key: "vaccinations", type: "file", document: "vaccination_record", label: "Vaccinations obligatoires" },
          {
            key: "insurance",
            type: "file",
            document: "school_insurance",
            label: "Assurance de responsabilité civile ou scolaire",
          },
          {
            key: "caf",
            type: "file",
            document: "caf_certificate",
            label: "Attestation de quotient familial de la CAF",
            when: { field: "revenus.proof", equals: "caf" },
          },
          {
            key: "tax",
            type: "file",
            document: "tax_notice",
            label: "Avis d’imposition",
            when: { field: "revenus.proof", equals: "tax" },
          },
        ],
      },
    ],
  },
};
