import { proofOfAddress, publicInterest, type CatalogueEntry } from "./entry";

/** A démarche with quotas, for all and for each person. Code de l’environnement, art. L. 541-21-1. */
export const composteur: CatalogueEntry = {
  slug: "composteur",
  theme: "cadre-de-vie",
  service: "proprete-dechets",
  title: "Demander un composteur",
  summary: "Un composteur de jardin ou un lombricomposteur par foyer, gratuit, dans la limite du stock.",
  keywords: "compost biodéchets déchets verts jardin épluchures poubelle tri lombricomposteur vers",
  access: "account",
  quota: 200,
  quotaPerPerson: 1,
  definition: {
    description: [
      "La métropole fournit gratuitement un composteur par foyer pour trier les déchets de cuisine et de jardin.",
      "Le retrait se fait en déchetterie. Une courte formation est proposée sur place.",
    ],
    audience: "Les habitants de la métropole qui n’ont pas déjà reçu de composteur.",
    help: ["Sans jardin, choisissez le lombricomposteur : il tient sur un balcon ou dans une cuisine."],
    maxDays: 60,
    silence: "refuses",
    silenceMonths: 2,
    appointment: "none",
    hasExchanges: true,
    legal: { purpose: "Distribuer les composteurs et suivre le stock", basis: publicInterest, retentionMonths: 24 },
    applicant: { address: "required", phone: "optional", birth: "none" },
    sections: [
      {
        key: "composteur",
        title: "Votre composteur",
        fields: [
          { key: "hasGarden", type: "yes_no", label: "Avez-vous un jardin ?" },
          {
            key: "size",
            type: "choice",
            label: "Taille du composteur",
            when: { field: "composteur.hasGarden", equals: true },
            options: [
              { value: "small", label: "300 litres", help: "Jusqu’à 3 personnes." },
              { value: "large", label: "600 litres", help: "4 personnes et plus." },
            ],
          },
          {
            key: "worms",
            type: "information",
            label: "Lombricomposteur",
            text: "Sans jardin, vous recevrez un lombricomposteur avec ses vers et un mode d’emploi.",
            when: { field: "composteur.hasGarden", equals: false },
          },
          { key: "people", type: "number", label: "Nombre de personnes du foyer", min: 1, max: 20, isWhole: true },
          {
            key: "place",
            type: "choice",
            label: "Où le retirer ?",
            options: [
              { value: "north", label: "Déchetterie nord" },
              { value: "south", label: "Déchetterie sud" },
            ],
          },
        ],
      },
      { key: "pieces", title: "Les justificatifs", fields: [proofOfAddress] },
      {
        key: "engagement",
        title: "Votre engagement",
        fields: [
          {
            key: "use",
            type: "consent",
            label: "Je m’engage à utiliser le composteur à mon adresse et à ne pas le revendre",
          },
        ],
      },
    ],
  },
};
