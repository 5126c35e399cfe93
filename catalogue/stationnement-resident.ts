import { proofOfAddress, publicInterest, type CatalogueEntry } from "./entry";

/** Code général des collectivités territoriales, art. L. 2333-87. */
export const stationnementResident: CatalogueEntry = {
  slug: "stationnement-resident",
  theme: "stationnement-voirie",
  service: "stationnement",
  title: "Demander une carte de stationnement résident",
  summary: "Tarif réduit pour stationner près de chez vous en zone payante, 2 véhicules par foyer au plus.",
  keywords: "parking voiture macaron vignette zone payante horodateur parcmètre carte résident stationner",
  access: "account",
  quotaPerPerson: 2,
  definition: {
    description: [
      "La carte de résident donne droit à un tarif réduit dans la zone de votre domicile. Elle est rattachée à la plaque du véhicule : il n’y a rien à coller.",
      "Elle est valable un an. La demande se fait pour chaque véhicule.",
    ],
    audience:
      "Les habitants dont la résidence principale est dans une zone payante, pour un véhicule à leur nom ou mis à leur disposition.",
    help: [
      "Le numéro d’immatriculation figure à la ligne A de la carte grise.",
      "Le nom et l’adresse de la carte grise doivent être à jour.",
    ],
    maxDays: 10,
    silence: "refuses",
    silenceMonths: 2,
    appointment: "none",
    hasExchanges: true,
    legal: {
      purpose: "Délivrer les droits de stationnement des résidents",
      basis: publicInterest,
      retentionMonths: 13,
    },
    applicant: { address: "required", phone: "optional", birth: "none" },
    sections: [
      {
        key: "vehicule",
        title: "Le véhicule",
        fields: [
          {
            key: "plate",
            type: "text",
            format: "plate",
            label: "Numéro d’immatriculation",
            help: "Par exemple AB-123-CD.",
          },
          {
            key: "owner",
            type: "choice",
            label: "À qui est le véhicule ?",
            options: [
              { value: "me", label: "À mon nom" },
              { value: "household", label: "À une personne de mon foyer" },
              { value: "company", label: "À mon employeur" },
              { value: "rental", label: "En location longue durée" },
            ],
          },
          {
            key: "energy",
            type: "choice",
            label: "Énergie",
            options: [
              { value: "thermal", label: "Essence, diesel ou gaz" },
              { value: "hybrid", label: "Hybride" },
              { value: "electric", label: "Électrique", help: "La carte est gratuite." },
            ],
          },
          { key: "from", type: "date", label: "Début souhaité", min: "today", max: "+2m" },
          { key: "isRenewal", type: "yes_no", label: "Est-ce un renouvellement ?" },
        ],
      },
      {
        key: "pieces",
        title: "Les justificatifs",
        fields: [
          {
            key: "registration",
            type: "file",
            document: "other",
            label: "Carte grise du véhicule",
            help: "Certificat d’immatriculation, recto.",
          },
          { ...proofOfAddress, when: { field: "vehicule.isRenewal", equals: false } },
          {
            key: "employer",
            type: "file",
            document: "other",
            label: "Attestation de l’employeur ou contrat de location",
            when: { field: "vehicule.owner", oneOf: ["company", "rental"] },
          },
        ],
      },
    ],
  },
};
