import { publicInterest, type CatalogueEntry } from "./entry";

/** service-public, fiche F3180; loi n° 2000-321 du 12 avril 2000, art. 9-1 à 10-1; cerfa n° 12156. */
export const subventionAssociation: CatalogueEntry = {
  slug: "subvention-association",
  theme: "vie-associative",
  service: "vie-associative",
  title: "Demander une subvention pour une association",
  summary: "Aide de la commune au fonctionnement ou à un projet d’une association déclarée.",
  keywords: "subvention association aide financière cerfa 12156 budget projet club sport culture bénévole",
  access: "account",
  season: { opens: "09-01", closes: "01-31" },
  definition: {
    description: [
      "La commune peut soutenir une association pour son fonctionnement ou pour un projet d’intérêt local. Le conseil municipal décide, dans les 2 mois.",
      "Un compte rendu financier est à remettre dans les 6 mois qui suivent la fin de l’exercice.",
    ],
    audience:
      "Les associations déclarées, inscrites au répertoire Sirene, dont l’action profite à la commune. Les associations cultuelles en sont exclues.",
    help: [
      "Le numéro RNA commence par W. Il figure sur le récépissé de la préfecture.",
      "Le numéro SIRET est nécessaire pour recevoir une subvention. Il se demande à l’Insee.",
      "Le total des produits doit être égal au total des charges.",
    ],
    maxDays: 60,
    silence: "refuses",
    silenceMonths: 2,
    appointment: "none",
    hasExchanges: true,
    legal: { purpose: "Instruire les demandes de subvention", basis: publicInterest, retentionMonths: 120 },
    applicant: { address: "none", phone: "required", birth: "none" },
    beneficiary: {
      roles: ["association"],
      allowsSelf: false,
      question: "Pour quelle association faites-vous la demande ?",
      birth: "none",
    },
    sections: [
      {
        key: "association",
        title: "L’association",
        fields: [
          {
            key: "role",
            type: "choice",
            label: "Votre fonction dans l’association",
            options: [
              { value: "president", label: "Président ou présidente" },
              { value: "treasurer", label: "Trésorier ou trésorière" },
              { value: "secretary", label: "Secrétaire" },
              { value: "mandated", label: "Personne mandatée" },
            ],
          },
          { key: "address", type: "address", label: "Siège de l’association" },
          { key: "purpose", type: "long_text", label: "Objet de l’association", maxLength: 1000 },
          { key: "members", type: "number", label: "Nombre d’adhérents", min: 1, max: 1_000_000, isWhole: true },
          {
            key: "locals",
            type: "number",
            label: "Dont habitants de la commune",
            min: 0,
            max: 1_000_000,
            isWhole: true,
          },
          { key: "employees", type: "number", label: "Nombre de salariés", min: 0, max: 100_000, isWhole: true },
        ],
      },
      {
        key: "demande",
        title: "La subvention demandée",
        fields: [
          {
            key: "kind",
            type: "choice",
            label: "Que doit financer la subvention ?",
            options: [
              { value: "running", label: "Le fonctionnement de l’association" },
              { value: "project", label: "Un projet précis" },
            ],
          },
          { key: "isFirst", type: "yes_no", label: "Est-ce une première demande à la commune ?" },
          {
            key: "projectName",
            type: "text",
            label: "Nom du projet",
            when: { field: "demande.kind", equals: "project" },
          },
          {
            key: "project",
            type: "long_text",
            label: "Décrivez le projet",
            help: "Objectifs, public, lieu, calendrier.",
            maxLength: 4000,
            when: { field: "demande.kind", equals: "project" },
          },
          {
            key: "start",
            type: "date",
            label: "Début du projet",
            min: "-6m",
            max: "+2y",
            when: { field: "demande.kind", equals: "project" },
          },
          { key: "amount", type: "number", label: "Montant demandé", min: 1, max: 10_000_000, unit: "€" },
        ],
      },
      {
        key: "budget",
        title: "Le budget prévisionnel",
        fields: [
          { key: "costs", type: "number", label: "Total des charges", min: 0, max: 100_000_000, unit: "€" },
          { key: "income", type: "number", label: "Total des produits", min: 0, max: 100_000_000, unit: "€" },
          { key: "savings", type: "number", label: "Trésorerie à ce jour", max: 100_000_000, unit: "€" },
          {
            key: "otherGrants",
            type: "group",
            label: "Autres subventions demandées",
            itemLabel: "Subvention",
            addLabel: "Ajouter une subvention",
            min: 0,
            max: 10,
            fields: [
              { key: "from", type: "text", label: "Organisme" },
              { key: "amount", type: "number", label: "Montant", min: 0, max: 10_000_000, unit: "€" },
              { key: "isGranted", type: "yes_no", label: "Est-elle accordée ?" },
            ],
          },
          { key: "iban", type: "iban", label: "IBAN de l’association", help: "Il figure sur le RIB." },
        ],
      },
      {
        key: "pieces",
        title: "Les justificatifs",
        fields: [
          {
            key: "statutes",
            type: "file",
            document: "association_statutes",
            label: "Statuts de l’association",
            when: { field: "demande.isFirst", equals: true },
          },
          {
            key: "receipt",
            type: "file",
            document: "prefecture_receipt",
            label: "Récépissé de la préfecture",
            when: { field: "demande.isFirst", equals: true },
          },
          { key: "bank", type: "file", document: "bank_details", label: "RIB de l’association" },
          { key: "accounts", type: "file", document: "other", label: "Comptes approuvés du dernier exercice" },
          { key: "budgetFile", type: "file", document: "other", label: "Budget prévisionnel détaillé" },
          {
            key: "mandate",
            type: "file",
            document: "other",
            label: "Pouvoir donné au signataire",
            when: { field: "association.role", equals: "mandated" },
          },
        ],
      },
      {
        key: "engagement",
        title: "Vos engagements",
        fields: [
          {
            key: "republican",
            type: "consent",
            label: "L’association souscrit au contrat d’engagement républicain",
            help: "Loi n° 2000-321 du 12 avril 2000, article 10-1.",
          },
          {
            key: "honour",
            type: "consent",
            label: "J’atteste que l’association est à jour de ses obligations sociales et fiscales",
          },
        ],
      },
    ],
  },
};
