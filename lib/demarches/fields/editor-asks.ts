import { documentTypeLabels } from "@/lib/vocabulary/documents";
import type { FieldOf, SimpleType } from "../shape/fields";
import type { base } from "../shape/parts";

/** How the editor of démarches asks for one setting of a field. `oneOf`, `someOf`: each value with its words. */
export type Setting = { label: string; help?: string } & (
  | { as: "line" | "text" | "number" | "day" | "box" | "options" | "condition" | "path" }
  | { as: "oneOf" | "someOf"; values: Readonly<Record<string, string>> }
);

type Common = keyof typeof base | "type" | "waiver";
type OwnSettings<T extends SimpleType> = Exclude<keyof FieldOf<T>, Common>;

/** What the editor asks of a field beside what every field has: each key of its schema, or it does not compile. */
export type EditorAsks<T extends SimpleType> = {
  /** As the list of types names it. */
  name: string;
  settings: { [K in OwnSettings<T>]-?: Setting };
};

const startsAsOwn = (own: string, words: string): Setting => ({
  label: "Commence par la donnée du demandeur",
  as: "oneOf",
  values: { [own]: words },
});
const options: Setting = { label: "Réponses proposées", as: "options" };
const longest: Setting = { label: "Longueur maximale, en caractères", as: "number" };

/** Part of `field-types.ts`, where each type takes its own. */
export const editorAsks: { [T in SimpleType]: EditorAsks<T> } = {
  text: {
    name: "Texte court",
    settings: {
      format: {
        label: "Ce que l’on écrit",
        as: "oneOf",
        values: {
          free: "Un texte libre",
          name: "Un nom de personne",
          place: "Un nom de lieu",
          siret: "Un numéro SIRET",
          rna: "Un numéro RNA",
          plate: "Une plaque d’immatriculation",
        },
      },
      maxLength: longest,
      autoComplete: { label: "Saisie automatique du navigateur", as: "line" },
    },
  },
  long_text: { name: "Texte long", settings: { maxLength: longest } },
  email: { name: "Courriel", settings: {} },
  phone: { name: "Téléphone", settings: { startsAs: startsAsOwn("applicant.phone", "Son téléphone") } },
  number: {
    name: "Nombre",
    settings: {
      min: { label: "Valeur la plus petite", as: "number" },
      max: { label: "Valeur la plus grande", as: "number" },
      isWhole: { label: "Un nombre entier", as: "box" },
      unit: { label: "Unité", help: "Par exemple : €, m², personnes.", as: "line" },
    },
  },
  date: {
    name: "Date",
    settings: {
      min: { label: "Au plus tôt", as: "day" },
      max: { label: "Au plus tard", as: "day" },
      isBirthday: { label: "C’est une date de naissance", as: "box" },
      mayBePartial: { label: "L’année, ou le mois et l’année, suffisent", as: "box" },
    },
  },
  choice: {
    name: "Un choix",
    settings: {
      options,
      display: {
        label: "Présentation",
        as: "oneOf",
        values: { radios: "Toutes les réponses visibles", select: "Une liste à dérouler" },
      },
    },
  },
  choices: { name: "Plusieurs choix", settings: { options } },
  yes_no: { name: "Oui ou non", settings: {} },
  address: {
    name: "Adresse",
    settings: {
      startsAs: startsAsOwn("applicant.address", "Son adresse"),
      allowsAbroad: { label: "Elle peut être à l’étranger", as: "box" },
      mayUpdateAccount: {
        label: "Le compte peut prendre cette adresse à partir d’un jour",
        help: "Choisissez la question qui demande ce jour.",
        as: "path",
      },
    },
  },
  commune: { name: "Commune", settings: {} },
  person: {
    name: "Personne",
    settings: {
      from: {
        label: "Qui peut être repris",
        as: "someOf",
        values: {
          account: "Le demandeur",
          child: "Un enfant",
          spouse: "Le conjoint",
          parent: "Un parent",
          other_adult: "Un autre adulte",
        },
      },
      asks: {
        label: "Ce que l’on demande, en plus du nom",
        as: "someOf",
        values: {
          civility: "La civilité",
          birthDate: "La date de naissance",
          birthPlace: "La commune de naissance",
        },
      },
      isApplicantWhen: { label: "C’est le demandeur lui-même, quand", as: "condition" },
    },
  },
  legal_person: {
    name: "Organisation",
    settings: {
      asks: {
        label: "Numéros demandés",
        as: "someOf",
        values: { siret: "Le numéro SIRET", rna: "Le numéro RNA" },
      },
    },
  },
  iban: { name: "IBAN", settings: {} },
  file: {
    name: "Document",
    settings: {
      document: { label: "Document demandé", as: "oneOf", values: documentTypeLabels },
      maxFiles: { label: "Nombre de fichiers au plus", as: "number" },
      maxMegabytes: { label: "Taille d’un fichier au plus, en mégaoctets", as: "number" },
    },
  },
  information: { name: "Texte à lire", settings: { text: { label: "Texte", as: "text" } } },
  consent: { name: "Case à cocher pour continuer", settings: {} },
};
