import { onlyOneName, unknown, unknownBirth } from "@/lib/demarches/rules/waivers";
import { identityCard, legalObligation, proofOfAddress, type CatalogueEntry } from "./entry";

/** « L’identité et la nationalité de la personne accueillie ». */
const visitorLaw = "code de l’entrée et du séjour des étrangers et du droit d’asile, article R. 313-6, 3°";

/** service-public, fiche F2191; CESEDA, art. L. 313-1 et suivants. */
export const attestationDAccueil: CatalogueEntry = {
  slug: "attestation-d-accueil",
  theme: "citoyennete",
  service: "etat-civil",
  title: "Demander une attestation d’accueil",
  summary: "Pour héberger une personne étrangère en visite privée ou familiale, 3 mois au plus.",
  keywords: "hébergement visa étranger visite famille invitation séjour touristique certificat timbre",
  access: "account",
  definition: {
    description: [
      "Une personne étrangère qui vient en France pour une visite privée ou familiale de moins de 3 mois doit présenter une attestation d’accueil. Vous la demandez à la mairie du lieu d’hébergement.",
      "Un timbre fiscal de 30 € est demandé à chaque demande, même en cas de refus. L’attestation est retirée en mairie par l’hébergeant.",
    ],
    audience: "Toute personne, française ou étrangère en séjour régulier, qui héberge le visiteur dans la commune.",
    help: [
      "Une demande par personne hébergée. Le conjoint et les enfants mineurs figurent sur la même attestation.",
      "Le citoyen d’un pays de l’Union européenne, de l’Espace économique européen ou de Suisse n’a pas besoin d’attestation.",
    ],
    maxDays: 30,
    silence: "refuses",
    silenceMonths: 1,
    appointment: "none",
    hasExchanges: true,
    legal: { purpose: "Instruire la demande d’attestation d’accueil", basis: legalObligation, retentionMonths: 60 },
    applicant: { address: "required", phone: "required", birth: "required" },
    sections: [
      {
        key: "visiteur",
        title: "La personne accueillie",
        fields: [
          {
            key: "visitor",
            type: "person",
            label: "La personne que vous accueillez",
            from: [],
            asks: ["birthDate", "birthPlace"],
            law: visitorLaw,
            waiver: unknownBirth("Le service vous la demandera avant de délivrer l’attestation."),
          },
          { key: "nationality", type: "text", label: "Nationalité", isAboutThird: true, law: visitorLaw },
          {
            key: "passport",
            type: "text",
            label: "Numéro de passeport",
            maxLength: 30,
            isAboutThird: true,
            waiver: unknown("Le service vous le demandera avant de délivrer l’attestation."),
          },
          {
            key: "address",
            type: "long_text",
            label: "Adresse dans son pays",
            maxLength: 300,
            isAboutThird: true,
            waiver: unknown("Le service vous la demandera avant de délivrer l’attestation."),
          },
          { key: "arrival", type: "date", label: "Date d’arrivée prévue", min: "today", max: "+6m" },
          {
            key: "departure",
            type: "date",
            label: "Date de départ prévue",
            min: "today",
            max: "+9m",
            help: "90 jours au plus après l’arrivée.",
          },
          {
            key: "companions",
            type: "group",
            label: "Conjoint et enfants mineurs qui l’accompagnent",
            isAboutThird: true,
            itemLabel: "Accompagnant",
            addLabel: "Ajouter un accompagnant",
            min: 0,
            max: 10,
            fields: [
              {
                key: "firstName",
                type: "text",
                format: "name",
                label: "Prénoms",
                law: visitorLaw,
                waiver: onlyOneName,
              },
              { key: "lastName", type: "text", format: "name", label: "Nom", law: visitorLaw },
              {
                key: "birthDate",
                type: "date",
                label: "Date de naissance",
                max: "today",
                mayBePartial: true,
                waiver: unknown("Le service vous la demandera avant de délivrer l’attestation."),
              },
            ],
          },
        ],
      },
      {
        key: "logement",
        title: "Le logement",
        fields: [
          {
            key: "status",
            type: "choice",
            label: "Vous occupez ce logement comme",
            options: [
              { value: "owner", label: "Propriétaire" },
              { value: "tenant", label: "Locataire" },
              { value: "other", label: "Occupant à un autre titre" },
            ],
          },
          { key: "surface", type: "number", label: "Surface habitable", min: 5, max: 2000, unit: "m²" },
          { key: "rooms", type: "number", label: "Nombre de pièces", min: 1, max: 50, isWhole: true },
          {
            key: "occupants",
            type: "number",
            label: "Nombre de personnes qui y vivent",
            min: 1,
            max: 50,
            isWhole: true,
          },
          { key: "insurance", type: "yes_no", label: "Prenez-vous en charge l’assurance médicale du visiteur ?" },
        ],
      },
      {
        key: "pieces",
        title: "Les justificatifs",
        fields: [
          { ...identityCard, help: "Carte d’identité, passeport ou titre de séjour, en cours de validité." },
          {
            key: "housing",
            type: "file",
            document: "other",
            label: "Titre de propriété ou bail",
            help: "Avec la surface du logement.",
          },
          proofOfAddress,
          {
            key: "income",
            type: "file",
            document: "payslip",
            label: "Trois derniers bulletins de salaire ou avis d’imposition",
          },
          {
            key: "custody",
            type: "file",
            document: "other",
            label: "Autorisation parentale",
            help: "Si vous accueillez un mineur non accompagné.",
            isOptional: true,
          },
        ],
      },
      {
        key: "engagement",
        title: "Votre engagement",
        fields: [
          {
            key: "support",
            type: "consent",
            label: "Je m’engage à prendre en charge les frais de séjour du visiteur s’il n’y pourvoit pas",
          },
        ],
      },
    ],
  },
};
