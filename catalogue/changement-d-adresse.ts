import { proofOfAddress, publicInterest, type CatalogueEntry } from "./entry";

/** F110: the person tells once; each service that they choose receives a demande of its own (decision 033). */
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
      "Vous déménagez ? Signalez votre nouvelle adresse une seule fois. Chaque service que vous choisissez reçoit une demande, que vous suivez et à laquelle il répond.",
      "Pour la carte grise, les impôts, La Poste ou la Sécurité sociale, utilisez le service de l’État sur service-public.fr.",
    ],
    audience: "Les titulaires d’un compte.",
    help: [
      "L’adresse de votre compte ne change que si vous cochez la case du récapitulatif, une fois venu le jour du déménagement.",
    ],
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
          {
            key: "after",
            type: "address",
            label: "Nouvelle adresse",
            mayUpdateAccount: { from: "adresse.from" },
          },
          { key: "from", type: "date", label: "À partir du", min: "-1y", max: "+6m" },
          {
            key: "services",
            type: "choices",
            label: "Services à prévenir",
            help: "Chacun recevra sa demande et vous répondra.",
            missing: "Cochez au moins un service à prévenir.",
            options: [
              { value: "school", label: "École, cantine et accueil de loisirs", service: "scolarite" },
              { value: "parking", label: "Stationnement", service: "stationnement" },
              { value: "waste", label: "Collecte des déchets", service: "proprete-dechets" },
              { value: "library", label: "Bibliothèques", service: "bibliotheques" },
              { value: "social", label: "CCAS", service: "action-sociale" },
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
