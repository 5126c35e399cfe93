import { publicInterest, type CatalogueEntry } from "./entry";

/** Code général des collectivités territoriales, art. L. 2213-1 à L. 2213-6. */
export const demenagement: CatalogueEntry = {
  slug: "demenagement",
  theme: "stationnement-voirie",
  service: "voirie",
  title: "Réserver une place pour un déménagement",
  summary: "Autorisation de stationner un camion ou un monte-meubles devant votre logement.",
  keywords: "déménager camion stationnement arrêté occupation voie publique monte-meuble emménagement place réservée",
  access: "free",
  definition: {
    description: [
      "Pour réserver des places devant un logement, il faut une autorisation du maire. Faites la demande 15 jours avant la date prévue.",
      "Vous recevez l’arrêté par courriel : affichez-le sur place 48 heures avant. Les panneaux sont à retirer au service.",
    ],
    audience: "Les particuliers et les entreprises de déménagement.",
    help: ["Comptez 5 mètres pour une voiture et 10 mètres pour un camion."],
    maxDays: 10,
    silence: "refuses",
    silenceMonths: 2,
    appointment: "none",
    hasExchanges: true,
    legal: {
      purpose: "Délivrer les autorisations de stationnement temporaire",
      basis: publicInterest,
      retentionMonths: 12,
    },
    applicant: { address: "optional", phone: "required", birth: "none" },
    sections: [
      {
        key: "jour",
        title: "Le déménagement",
        fields: [
          { key: "date", type: "date", label: "Date du déménagement", min: "+15d", max: "+6m" },
          {
            key: "slot",
            type: "choice",
            label: "Durée",
            options: [
              { value: "morning", label: "Le matin (7 h à 13 h)" },
              { value: "afternoon", label: "L’après-midi (13 h à 19 h)" },
              { value: "day", label: "La journée (7 h à 19 h)" },
            ],
          },
          { key: "address", type: "address", label: "Adresse où réserver la place", startsAs: "applicant.address" },
          { key: "length", type: "number", label: "Longueur à réserver", min: 5, max: 30, unit: "m" },
          { key: "hasLift", type: "yes_no", label: "Utiliserez-vous un monte-meubles ?" },
          { key: "hasMover", type: "yes_no", label: "Faites-vous appel à un déménageur ?" },
          {
            key: "mover",
            type: "legal_person",
            label: "L’entreprise de déménagement",
            asks: ["siret"],
            isAboutThird: true,
            isOptional: true,
            when: { field: "jour.hasMover", equals: true },
          },
          {
            key: "plan",
            type: "file",
            document: "site_plan",
            label: "Plan ou photo de l’emplacement",
            isOptional: true,
          },
        ],
      },
    ],
  },
};
