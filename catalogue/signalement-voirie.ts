import { publicInterest, type CatalogueEntry } from "./entry";

export const signalementVoirie: CatalogueEntry = {
  slug: "signalement-voirie",
  theme: "stationnement-voirie",
  service: "voirie",
  title: "Signaler un problème dans la rue",
  summary: "Nid-de-poule, lampadaire en panne, dépôt sauvage, tag : dites-nous où, nous agissons.",
  keywords:
    "trou chaussée trottoir éclairage lampadaire tag graffiti dépôt sauvage ordures arbre voirie rue panneau épave signalement",
  access: "free",
  isFeatured: true,
  definition: {
    description: [
      "Signalez un problème sur la voie publique : le service concerné est prévenu et vous tient informé de la suite.",
      "En cas de danger immédiat (câble à terre, odeur de gaz, effondrement), appelez le 18 ou le 112.",
    ],
    audience: "Toute personne.",
    help: ["Une photo aide le service à préparer l’intervention. Évitez d’y montrer des visages ou des plaques."],
    maxDays: 15,
    silence: "refuses",
    silenceMonths: 2,
    appointment: "none",
    hasExchanges: true,
    legal: { purpose: "Traiter les signalements sur l’espace public", basis: publicInterest, retentionMonths: 6 },
    applicant: { address: "none", phone: "optional", birth: "none" },
    sections: [
      {
        key: "probleme",
        title: "Le problème",
        fields: [
          {
            key: "kind",
            type: "choice",
            label: "De quoi s’agit-il ?",
            options: [
              { value: "road", label: "Chaussée ou trottoir abîmé" },
              { value: "light", label: "Éclairage en panne" },
              { value: "dump", label: "Dépôt sauvage ou propreté" },
              { value: "tag", label: "Tag ou affiche" },
              { value: "sign", label: "Panneau, feu ou mobilier urbain" },
              { value: "tree", label: "Arbre ou végétation" },
              { value: "vehicle", label: "Véhicule abandonné" },
              { value: "other", label: "Autre" },
            ],
          },
          {
            key: "pole",
            type: "text",
            label: "Numéro du lampadaire",
            help: "Il figure sur une étiquette, à hauteur d’homme.",
            isOptional: true,
            maxLength: 30,
            when: { field: "probleme.kind", equals: "light" },
          },
          {
            key: "plate",
            type: "text",
            format: "plate",
            label: "Plaque du véhicule",
            isOptional: true,
            when: { field: "probleme.kind", equals: "vehicle" },
          },
          { key: "description", type: "long_text", label: "Décrivez le problème", maxLength: 1500 },
          { key: "isDangerous", type: "yes_no", label: "Est-ce dangereux pour les passants ?" },
        ],
      },
      {
        key: "lieu",
        title: "Le lieu",
        fields: [
          { key: "address", type: "address", label: "Adresse la plus proche" },
          {
            key: "details",
            type: "text",
            label: "Précisions sur le lieu",
            isOptional: true,
            help: "Par exemple : devant l’arrêt de bus.",
          },
          {
            key: "photo",
            type: "file",
            document: "other",
            label: "Photos",
            isOptional: true,
            maxFiles: 3,
          },
        ],
      },
    ],
  },
};
