import { publicInterest, type CatalogueEntry } from "./entry";

/** Code général des collectivités territoriales, art. L. 2224-13 et R. 2224-26. */
export const encombrants: CatalogueEntry = {
  slug: "encombrants",
  theme: "cadre-de-vie",
  service: "proprete-dechets",
  title: "Faire enlever des encombrants",
  summary: "Enlèvement gratuit de meubles et d’appareils devant chez vous, 2 m³ au plus.",
  keywords:
    "poubelle poubelles déchets ordures monstres meuble canapé matelas frigo électroménager déchetterie débarras ramassage collecte",
  access: "free",
  isFeatured: true,
  definition: {
    description: [
      "Le service vient chercher vos objets volumineux devant chez vous, sur rendez-vous et gratuitement, dans la limite de 2 m³.",
      "Vous recevez un message avec la date de passage. Déposez les objets sur le trottoir la veille après 19 h, sans gêner le passage.",
    ],
    audience: "Les habitants de la métropole. Les entreprises et les commerces s’adressent à un prestataire.",
    help: [
      "2 m³, c’est par exemple un canapé et un matelas.",
      "Gravats, peinture, pneus et bouteilles de gaz ne sont pas pris : portez-les en déchetterie.",
      "Un appareil neuf acheté ? Le vendeur doit reprendre l’ancien gratuitement.",
    ],
    maxDays: 15,
    silence: "refuses",
    silenceMonths: 2,
    appointment: "none",
    hasExchanges: true,
    legal: { purpose: "Organiser la collecte des encombrants", basis: publicInterest, retentionMonths: 6 },
    applicant: { address: "none", phone: "required", birth: "none" },
    sections: [
      {
        key: "lieu",
        title: "Où les prendre",
        fields: [
          { key: "address", type: "address", label: "Adresse de l’enlèvement", startsAs: "applicant.address" },
          {
            key: "housing",
            type: "choice",
            label: "Vous habitez",
            options: [
              { value: "house", label: "Une maison" },
              { value: "flat", label: "Un immeuble" },
            ],
          },
          {
            key: "manager",
            type: "text",
            label: "Nom du syndic ou du bailleur",
            isOptional: true,
            when: { field: "lieu.housing", equals: "flat" },
          },
          {
            key: "needsHelp",
            type: "yes_no",
            label: "Avez-vous besoin d’aide pour sortir les objets ?",
            help: "Réservé aux personnes de plus de 75 ans ou en situation de handicap.",
          },
          {
            key: "floor",
            type: "number",
            label: "Étage",
            help: "0 pour le rez-de-chaussée.",
            min: 0,
            max: 60,
            isWhole: true,
            when: { field: "lieu.needsHelp", equals: true },
          },
          {
            key: "hasLift",
            type: "yes_no",
            label: "Y a-t-il un ascenseur ?",
            when: { field: "lieu.needsHelp", equals: true },
          },
        ],
      },
      {
        key: "objets",
        title: "Ce qu’il faut enlever",
        fields: [
          {
            key: "list",
            type: "group",
            label: "Les objets",
            itemLabel: "Objet",
            addLabel: "Ajouter un objet",
            min: 1,
            max: 10,
            fields: [
              {
                key: "kind",
                type: "choice",
                label: "Type d’objet",
                display: "select",
                options: [
                  { value: "furniture", label: "Meuble" },
                  { value: "sofa", label: "Canapé ou fauteuil" },
                  { value: "bed", label: "Matelas ou sommier" },
                  { value: "appliance", label: "Appareil électroménager" },
                  { value: "bike", label: "Vélo, poussette, jouet" },
                  { value: "other", label: "Autre" },
                ],
              },
              {
                key: "details",
                type: "text",
                label: "Décrivez l’objet",
                when: { field: "./kind", equals: "other" },
                maxLength: 120,
              },
              { key: "quantity", type: "number", label: "Nombre", min: 1, max: 10, isWhole: true },
            ],
          },
          {
            key: "volume",
            type: "choice",
            label: "Volume total",
            options: [
              { value: "small", label: "Moins de 1 m³", help: "Un fauteuil, un petit meuble." },
              { value: "medium", label: "De 1 à 2 m³", help: "Un canapé et un matelas." },
              { value: "large", label: "Plus de 2 m³" },
            ],
          },
          {
            key: "tooMuch",
            type: "information",
            label: "Plus de 2 m³",
            text: "Le service n’enlève que 2 m³ par passage. Le reste est à porter en déchetterie, ou demandez un second passage le mois suivant.",
            when: { field: "objets.volume", equals: "large" },
          },
        ],
      },
      {
        key: "passage",
        title: "Quand venir",
        fields: [
          {
            key: "dateInfo",
            type: "information",
            label: "Date de passage",
            text: "Indiquez deux jours qui vous conviennent, à partir de la semaine prochaine. Le service confirme l’un d’eux.",
          },
          { key: "firstDate", type: "date", label: "Premier jour possible", min: "+7d", max: "+60d" },
          { key: "secondDate", type: "date", label: "Second jour possible", min: "+7d", max: "+60d", isOptional: true },
          {
            key: "rules",
            type: "consent",
            label: "Je sortirai les objets la veille après 19 h, sans gêner le passage",
          },
        ],
      },
    ],
  },
};
