import { outsideTown, identityCard, proofOfAddress, publicInterest, type CatalogueEntry } from "./entry";

export const carteTransportSenior: CatalogueEntry = {
  slug: "carte-transport-senior",
  theme: "solidarite",
  service: "action-sociale",
  title: "Demander la carte de transport senior",
  summary: "Bus et tramway gratuits pour les habitants de 65 ans et plus, sous condition de ressources.",
  keywords: "bus tramway retraité retraite personne âgée gratuit ccas aide sociale mobilité abonnement seniors",
  access: "account",
  definition: {
    description: [
      "Le centre communal d’action sociale (CCAS) offre la carte de transport aux habitants de 65 ans et plus dont le revenu ne dépasse pas un plafond.",
      "La carte est valable un an. Elle arrive par courrier.",
    ],
    audience: "Les habitants de la commune âgés de 65 ans ou plus, quel que soit leur régime de retraite.",
    help: [
      "Le revenu fiscal de référence figure en première page de votre avis d’imposition.",
      "Un proche peut faire la demande à votre place.",
    ],
    maxDays: 30,
    silence: "refuses",
    silenceMonths: 2,
    appointment: "none",
    hasExchanges: true,
    legal: { purpose: "Instruire une aide sociale facultative", basis: publicInterest, retentionMonths: 24 },
    applicant: { address: "required", phone: "optional", birth: "required" },
    beneficiary: {
      roles: ["spouse", "parent", "other_adult"],
      allowsSelf: true,
      question: "Pour qui demandez-vous la carte ?",
      birth: "required",
    },
    warnings: [
      {
        field: "applicant.birthDate",
        if: { after: "-65y" },
        when: { field: "beneficiary.who", equals: "self" },
        text: "La carte est pour les habitants de 65 ans et plus. Vérifiez votre date de naissance.",
      },
      {
        field: "beneficiary.birthDate",
        if: { after: "-65y" },
        text: "La carte est pour les habitants de 65 ans et plus. Vérifiez la date de naissance.",
      },
      outsideTown("Cette adresse n’est pas dans la commune, dont la carte est pour les habitants. Vérifiez-la."),
    ],
    sections: [
      {
        key: "foyer",
        title: "Les ressources",
        fields: [
          {
            key: "people",
            type: "number",
            label: "Nombre de personnes du foyer fiscal",
            min: 1,
            max: 10,
            isWhole: true,
          },
          { key: "income", type: "number", label: "Revenu fiscal de référence", min: 0, max: 1_000_000, unit: "€" },
          { key: "isRenewal", type: "yes_no", label: "Est-ce un renouvellement ?" },
          {
            key: "cardNumber",
            type: "text",
            label: "Numéro de la carte actuelle",
            maxLength: 20,
            when: { field: "foyer.isRenewal", equals: true },
          },
        ],
      },
      {
        key: "pieces",
        title: "Les justificatifs",
        fields: [
          identityCard,
          proofOfAddress,
          { key: "tax", type: "file", document: "tax_notice", label: "Dernier avis d’imposition ou de non-imposition" },
          {
            key: "photo",
            type: "file",
            document: "identity_photo",
            label: "Photo d’identité",
            maxFiles: 1,
            when: { field: "foyer.isRenewal", equals: false },
          },
        ],
      },
    ],
  },
};
