import { proofOfAddress, publicInterest, type CatalogueEntry } from "./entry";

/** F110: the person tells once, the services of the town are informed. */
export const changementDAdresse: CatalogueEntry = {
  slug: "changement-d-adresse",
  theme: "mes-coordonnees",
  service: "etat-civil",
  title: "Signaler un changement d’adresse",
  summary: "Prévenez en une fois les services de la ville : école, cantine, stationnement, déchets.",
  keywords:
    "je déménage j’ai déménagé déménagement déménager nouvelle adresse coordonnées téléphone courriel emménager logement quitter",
  access: "account",
  definition: {
    description: [
      "Vous déménagez ? Signalez votre nouvelle adresse une seule fois : le service qui reçoit votre demande prévient ceux que vous choisissez.",
      "Pour la carte grise, les impôts, La Poste ou la Sécurité sociale, utilisez le service de l’État sur service-public.fr.",
    ],
    audience: "Les titulaires d’un compte.",
    help: ["Cette demande ne change pas l’adresse de votre compte : modifiez-la dans « Gestion du compte »."],
    maxDays: 15,
    silence: "accepts",
    silenceMonths: 2,
    appointment: "none",
    hasExchanges: true,
    legal: {
      purpose: "Mettre à jour vos coordonnées auprès des services choisis",
      basis: publicInterest,
      retentionMonths: 6,
    },
    applicant: { address: "none", phone: "optional", birth: "none" },
    sections: [
      {
        key: "adresse",
        title: "Votre nouvelle adresse",
        fields: [
          { key: "before", type: "address", label: "Ancienne adresse", startsAs: "applicant.address" },
          { key: "after", type: "address", label: "Nouvelle adresse" },
          { key: "from", type: "date", label: "À partir du", min: "-1y", max: "+6m" },
          {
            key: "services",
            type: "choices",
            label: "Services à prévenir",
            options: [
              { value: "school", label: "École, cantine et accueil de loisirs" },
              { value: "parking", label: "Stationnement" },
              { value: "waste", label: "Collecte des déchets" },
              { value: "library", label: "Bibliothèques" },
              { value: "social", label: "CCAS" },
            ],
          },
          {
            key: "household",
            type: "number",
            label: "Nombre de personnes qui déménagent",
            min: 1,
            max: 20,
            isWhole: true,
          },
        ],
      },
      {
        key: "pieces",
        title: "Les justificatifs",
        fields: [{ ...proofOfAddress, help: "De votre nouveau logement, de moins de 3 mois." }],
      },
    ],
  },
};
