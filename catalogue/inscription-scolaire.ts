import { onlyOneName, unknownInPart } from "@/lib/demarches/rules/waivers";
import { childTerms } from "./children";
import { outsideTown, pickUpLaw, proofOfAddress, publicInterest, type CatalogueEntry } from "./entry";

/** service-public, fiche F1864; code de l’éducation, art. L. 131-1, L. 131-5 et D. 211-10. */
export const inscriptionScolaire: CatalogueEntry = {
  slug: "inscription-scolaire",
  theme: "enfance-scolarite",
  service: "scolarite",
  title: "Inscrire un enfant à l’école",
  summary: "Première inscription en maternelle ou à l’école élémentaire publique, ou changement d’école.",
  keywords:
    "cantine périscolaire école maternelle primaire élémentaire rentrée CP petite section enfant scolarité dérogation classe élève",
  access: "account",
  isFeatured: true,
  definition: {
    description: [
      "L’instruction est obligatoire dès 3 ans. La mairie inscrit l’enfant et vous indique son école. Vous vous rendez ensuite à l’école pour l’admission.",
      "Faites la demande au plus tard en juin avant la rentrée, ou dès votre arrivée dans la commune.",
    ],
    audience:
      "Les parents et responsables légaux d’un enfant qui habite la commune et aura 3 ans dans l’année civile de la rentrée.",
    help: [
      "L’école dépend de votre adresse. Pour une autre école, demandez une dérogation dans ce formulaire.",
      "Si l’enfant ne change pas d’école, l’inscription n’est pas à refaire chaque année.",
      "Si les parents sont séparés, l’accord des deux parents peut être demandé.",
    ],
    ...childTerms,
    legal: {
      purpose: "Inscrire l’enfant à l’école et l’affecter dans un établissement",
      basis: publicInterest,
      retentionMonths: 24,
    },
    warnings: [
      {
        field: "beneficiary.birthDate",
        if: { before: "-13y" },
        text: "L’enfant a plus de 13 ans. Vérifiez sa date de naissance.",
      },
      {
        field: "beneficiary.birthDate",
        if: { after: "-1y" },
        text: "L’enfant a moins d’un an. Vérifiez sa date de naissance.",
      },
      outsideTown("Cette adresse n’est pas dans la commune, dont l’école accueille les habitants. Vérifiez-la."),
    ],
    sections: [
      {
        key: "scolarite",
        title: "La scolarité demandée",
        fields: [
          {
            key: "level",
            type: "choice",
            label: "Niveau à la rentrée",
            display: "select",
            options: [
              { value: "tps", label: "Très petite section (2 ans)" },
              { value: "ps", label: "Petite section" },
              { value: "ms", label: "Moyenne section" },
              { value: "gs", label: "Grande section" },
              { value: "cp", label: "CP" },
              { value: "ce1", label: "CE1" },
              { value: "ce2", label: "CE2" },
              { value: "cm1", label: "CM1" },
              { value: "cm2", label: "CM2" },
              { value: "ulis", label: "Dispositif ULIS" },
            ],
          },
          { key: "start", type: "date", label: "Date d’entrée souhaitée", min: "today", max: "+18m" },
          { key: "wasEnrolled", type: "yes_no", label: "L’enfant est-il déjà allé dans une autre école ?" },
          {
            key: "previousSchool",
            type: "text",
            label: "Nom et commune de cette école",
            when: { field: "scolarite.wasEnrolled", equals: true },
          },
          {
            key: "wantsAnother",
            type: "yes_no",
            label: "Demandez-vous une autre école que celle de votre secteur ?",
            help: "C’est une demande de dérogation : elle est étudiée selon les places.",
          },
          {
            key: "otherSchool",
            type: "text",
            label: "École demandée",
            when: { field: "scolarite.wantsAnother", equals: true },
          },
          {
            key: "otherReason",
            type: "choices",
            label: "Motifs de la dérogation",
            when: { field: "scolarite.wantsAnother", equals: true },
            options: [
              { value: "sibling", label: "Un frère ou une sœur y est scolarisé" },
              { value: "health", label: "État de santé de l’enfant" },
              { value: "work", label: "Contraintes de travail des parents" },
              { value: "care", label: "Mode de garde proche de l’école" },
              { value: "other", label: "Autre motif" },
            ],
          },
          {
            key: "otherDetails",
            type: "long_text",
            label: "Précisez votre motif",
            maxLength: 1000,
            when: { field: "scolarite.otherReason", oneOf: ["other"] },
          },
        ],
      },
      {
        key: "parents",
        title: "Les responsables de l’enfant",
        fields: [
          {
            key: "situation",
            type: "choice",
            label: "Situation des parents",
            options: [
              { value: "together", label: "Ils vivent ensemble" },
              { value: "separated", label: "Ils sont séparés ou divorcés" },
              { value: "single", label: "Un seul parent a reconnu l’enfant" },
              { value: "guardian", label: "L’enfant a un tuteur" },
            ],
          },
          {
            key: "other",
            type: "person",
            label: "L’autre parent",
            from: ["spouse"],
            asks: ["civility"],
            when: { field: "parents.situation", oneOf: ["together", "separated"] },
            waiver: unknownInPart(
              "L’inscription se fait quand même. L’école vous demandera ce nom si elle en a besoin.",
            ),
          },
          {
            key: "otherPhone",
            type: "phone",
            label: "Téléphone de l’autre parent",
            isAboutThird: true,
            isOptional: true,
            when: { field: "parents.situation", oneOf: ["together", "separated"] },
          },
          {
            key: "otherAddress",
            type: "address",
            label: "Adresse de l’autre parent",
            help: "Si vous craignez pour votre sécurité, vous n’avez pas à la donner : cochez la case.",
            isAboutThird: true,
            when: { field: "parents.situation", equals: "separated" },
            waiver: unknownInPart("L’inscription se fait quand même. L’école ne pourra pas écrire à l’autre parent."),
          },
          {
            key: "residence",
            type: "choice",
            label: "Où vit l’enfant ?",
            when: { field: "parents.situation", equals: "separated" },
            options: [
              { value: "here", label: "Chez moi" },
              { value: "other", label: "Chez l’autre parent" },
              { value: "both", label: "En alternance" },
            ],
          },
        ],
      },
      {
        key: "sorties",
        title: "À la sortie de l’école",
        fields: [
          {
            key: "people",
            type: "group",
            label: "Personnes autorisées à venir chercher l’enfant",
            isAboutThird: true,
            help: "En dehors des parents.",
            itemLabel: "Personne",
            addLabel: "Ajouter une personne",
            min: 0,
            max: 8,
            fields: [
              { key: "firstName", type: "text", format: "name", label: "Prénom", law: pickUpLaw, waiver: onlyOneName },
              { key: "lastName", type: "text", format: "name", label: "Nom", law: pickUpLaw },
              { key: "phone", type: "phone", label: "Téléphone", isOptional: true },
              {
                key: "link",
                type: "choice",
                label: "Lien avec l’enfant",
                isOptional: true,
                options: [
                  { value: "family", label: "Famille" },
                  { value: "childminder", label: "Assistante maternelle" },
                  { value: "friend", label: "Ami ou voisin" },
                  { value: "other", label: "Autre" },
                ],
              },
              {
                key: "details",
                type: "text",
                label: "Précisez le lien",
                isOptional: true,
                when: { field: "./link", equals: "other" },
              },
            ],
          },
          {
            key: "hasAllergy",
            type: "yes_no",
            label: "Un projet d’accueil individualisé (PAI) est-il nécessaire ?",
            help: "Allergie, asthme, maladie chronique.",
          },
          {
            key: "allergyInfo",
            type: "information",
            label: "Projet d’accueil individualisé",
            text: "Le médecin scolaire vous contactera. N’indiquez ici aucune information médicale.",
            when: { field: "sorties.hasAllergy", equals: true },
          },
        ],
      },
      {
        key: "pieces",
        title: "Les justificatifs",
        fields: [
          {
            key: "familyBook",
            type: "file",
            document: "family_record_book",
            label: "Livret de famille",
            help: "Ou copie d’acte de naissance, ou pièce d’identité de l’enfant : tout document qui prouve son identité et le lien avec vous.",
          },
          proofOfAddress,
          {
            key: "vaccinations",
            type: "file",
            document: "vaccination_record",
            label: "Vaccinations obligatoires",
            help: "Pages du carnet de santé au nom de l’enfant, ou certificat du médecin.",
          },
          {
            key: "ruling",
            type: "file",
            document: "court_ruling",
            label: "Jugement sur l’autorité parentale et la résidence",
            help: "Si un juge a décidé.",
            isOptional: true,
            when: { field: "parents.situation", equals: "separated" },
          },
          {
            key: "guardianship",
            type: "file",
            document: "court_ruling",
            label: "Décision de tutelle",
            when: { field: "parents.situation", equals: "guardian" },
          },
          {
            key: "removal",
            type: "file",
            document: "school_certificate",
            label: "Certificat de radiation de l’ancienne école",
            when: { field: "scolarite.wasEnrolled", equals: true },
          },
          {
            key: "waiver",
            type: "file",
            document: "other",
            label: "Justificatif de la dérogation",
            help: "Attestation d’employeur, certificat de scolarité du frère ou de la sœur…",
            when: { field: "scolarite.wantsAnother", equals: true },
          },
        ],
      },
      {
        key: "engagement",
        title: "Votre engagement",
        fields: [
          { key: "authority", type: "consent", label: "J’atteste exercer l’autorité parentale sur cet enfant" },
          {
            key: "honour",
            type: "consent",
            label: "J’atteste sur l’honneur que les informations données sont exactes",
          },
        ],
      },
    ],
  },
};
