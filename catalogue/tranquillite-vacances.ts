import { identityCard, proofOfAddress, publicInterest, type CatalogueEntry } from "./entry";

/** service-public, fiche F34634: 3 jours à 3 mois d’absence, demande 45 à 3 jours avant le départ en zone police. */
export const tranquilliteVacances: CatalogueEntry = {
  slug: "operation-tranquillite-vacances",
  theme: "cadre-de-vie",
  service: "tranquillite-publique",
  title: "Opération tranquillité vacances",
  summary: "La police municipale surveille votre logement pendant votre absence. C’est gratuit.",
  keywords: "police surveillance cambriolage absence départ maison otv patrouille sécurité",
  access: "account",
  definition: {
    description: [
      "Pendant votre absence, des patrouilles passent devant votre logement à des heures variables. Vous ou la personne que vous désignez êtes prévenus en cas d’anomalie.",
      "L’inscription est possible toute l’année, pour une absence de 3 jours à 3 mois.",
    ],
    audience: "Les habitants de la commune, pour leur résidence principale.",
    help: [
      "Faites la demande entre 45 jours et 3 jours avant votre départ.",
      "Si vous rentrez plus tôt, prévenez la police municipale.",
    ],
    maxDays: 3,
    silence: "refuses",
    silenceMonths: 2,
    appointment: "none",
    hasExchanges: true,
    legal: {
      purpose: "Surveiller les logements inoccupés à la demande des habitants",
      basis: publicInterest,
      retentionMonths: 3,
    },
    applicant: { address: "required", phone: "required", birth: "none" },
    sections: [
      {
        key: "absence",
        title: "Votre absence",
        fields: [
          { key: "from", type: "date", label: "Date de départ", min: "+3d", max: "+45d" },
          {
            key: "to",
            type: "date",
            label: "Date de retour",
            min: "+6d",
            max: "+140d",
            help: "3 mois au plus après le départ.",
          },
          { key: "isReachable", type: "yes_no", label: "Pourra-t-on vous joindre pendant votre absence ?" },
          {
            key: "phone",
            type: "phone",
            label: "Téléphone pendant l’absence",
            startsAs: "applicant.phone",
            when: { field: "absence.isReachable", equals: true },
          },
          {
            key: "contact",
            type: "group",
            label: "Personnes à prévenir en cas d’anomalie",
            help: "Si vous n’avez personne à indiquer, laissez vide.",
            isAboutThird: true,
            itemLabel: "Personne",
            addLabel: "Ajouter une personne",
            min: 1,
            max: 3,
            fields: [
              { key: "firstName", type: "text", format: "name", label: "Prénom", isOptional: true },
              { key: "lastName", type: "text", format: "name", label: "Nom", isOptional: true },
              { key: "phone", type: "phone", label: "Téléphone", isOptional: true },
              { key: "hasKeys", type: "yes_no", label: "Cette personne a-t-elle les clés ?", isOptional: true },
            ],
          },
        ],
      },
      {
        key: "logement",
        title: "Votre logement",
        fields: [
          {
            key: "kind",
            type: "choice",
            label: "Type de logement",
            options: [
              { value: "house", label: "Maison" },
              { value: "flat", label: "Appartement" },
            ],
          },
          {
            key: "access",
            type: "text",
            label: "Bâtiment, étage et porte",
            help: "N’indiquez aucun code d’entrée.",
            when: { field: "logement.kind", equals: "flat" },
          },
          {
            key: "features",
            type: "choices",
            label: "Le logement a",
            isOptional: true,
            options: [
              { value: "alarm", label: "Une alarme" },
              { value: "camera", label: "Une caméra" },
              { value: "dog", label: "Un animal sur place" },
              { value: "light", label: "Un éclairage programmé" },
            ],
          },
          {
            key: "vehicle",
            type: "text",
            format: "plate",
            label: "Véhicule qui reste sur place",
            isOptional: true,
            help: "Numéro de plaque.",
          },
        ],
      },
      { key: "pieces", title: "Les justificatifs", fields: [identityCard, proofOfAddress] },
    ],
  },
};
