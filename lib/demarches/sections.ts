import {
  civilities,
  civilityLabels,
  contactChannelLabels,
  contactChannels,
  kindOfRole,
  relationRoleLabels,
  type ContactChannel,
} from "@/lib/vocabulary/roles";
import { exampleDay } from "@/lib/shared/example-day";
import {
  applicantSectionKey,
  beneficiarySectionKey,
  type Beneficiary,
  type ChoiceFieldDef,
  type DemarcheDefinition,
  type Field,
  type FileFieldDef,
  type FormContext,
  type Need,
  type Section,
  type SimpleField,
  type Step,
  type TextFieldDef,
} from "./form";
import { onlyOneName, unknownBirthplace } from "./rules/waivers";

/** Sections of one step, in the order of the page. */
export function stepSections(definition: DemarcheDefinition, step: Step, context: FormContext): readonly Section[] {
  if (step === "demande") return definition.sections;
  const beneficiary = beneficiarySection(definition, context);
  return beneficiary ? [applicantSection(definition, context), beneficiary] : [applicantSection(definition, context)];
}

/** Every section, « Mes informations » first: conditions may look at it. */
export function allSections(definition: DemarcheDefinition, context: FormContext): readonly Section[] {
  return [...stepSections(definition, "informations", context), ...definition.sections];
}

/** The step where a field stands: « section.field ». */
export function stepOfPath(definition: DemarcheDefinition, path: string): Step {
  return definition.sections.some(({ key }) => path.startsWith(`${key}.`)) ? "demande" : "informations";
}

/** How a person may be answered: by what the form asks of them. */
export function offeredChannels({ phone, address }: DemarcheDefinition["applicant"]): readonly ContactChannel[] {
  const needs: Record<ContactChannel, Need> = { email: "required", phone, post: address };
  return contactChannels.filter((channel) => needs[channel] !== "none");
}

/** A document to prepare before starting. */
export type Piece = {
  path: string;
  label: string;
  help?: string;
  isOptional: boolean;
  /** Asked of some people only. */ isConditional: boolean;
};

/** The documents that a form may ask, in its order. */
export function listPieces({ sections }: Pick<DemarcheDefinition, "sections">): Piece[] {
  return fileFields(sections).map(({ path, section, field }) => ({
    path,
    label: field.label,
    help: field.help,
    isOptional: field.isOptional === true,
    isConditional: field.when !== undefined || section.when !== undefined,
  }));
}

/** The fields that ask for a document, in their order. Groups hold none. */
export function fileFields(sections: readonly Section[]): { path: string; section: Section; field: FileFieldDef }[] {
  return sections.flatMap((section) =>
    section.fields.flatMap((field) =>
      "document" in field ? [{ path: `${section.key}.${field.key}`, section, field }] : [],
    ),
  );
}

/** « Vos coordonnées »: who files the demande, what an account fills in beforehand (F5). */
function applicantSection({ applicant }: DemarcheDefinition, { isSignedIn, today }: FormContext): Section {
  const fields: (Field | null)[] = [
    { ...civilityField, isOptional: true },
    { ...firstNameField("Prénom", "Indiquez votre prénom."), waiver: { ...onlyOneName, label: "Je n’ai qu’un nom" } },
    lastNameField("Nom", "Indiquez votre nom."),
    asked(applicant.birth, {
      key: "birthDate",
      type: "date",
      label: "Date de naissance",
      isBirthday: true,
      mayBePartial: true,
      missing: `Indiquez votre date de naissance, par exemple ${exampleDay(today, "adult")}.`,
    }),
    asked(applicant.birth, {
      key: "birthPlace",
      type: "text",
      format: "place",
      label: "Commune de naissance",
      help: "Ajoutez le pays si vous êtes né à l’étranger.",
      missing: "Indiquez votre commune de naissance.",
    }),
    {
      key: "email",
      type: "email",
      label: "Courriel",
      help: "L’accusé de réception et les réponses y seront envoyés.",
      missing: "Indiquez votre courriel, par exemple prenom.nom@exemple.fr.",
    },
    asked(applicant.phone, {
      key: "phone",
      type: "phone",
      label: "Téléphone",
      missing: "Indiquez votre numéro de téléphone, par exemple 06 12 34 56 78.",
    }),
    asked(applicant.address, {
      key: "address",
      type: "address",
      label: "Adresse",
      allowsAbroad: applicant.mayLiveAbroad,
    }),
    {
      key: "preferredContact",
      type: "choice",
      label: "Comment préférez-vous être contacté ?",
      isOptional: true,
      options: offeredChannels(applicant).map((value) => ({ value, label: contactChannelLabels[value] })),
    },
    isSignedIn ? null : wantsAccountField,
  ];
  return {
    key: applicantSectionKey,
    title: "Vos coordonnées",
    help: isSignedIn ? "Elles viennent de votre compte. Les modifier ici ne change que cette demande." : undefined,
    fields: fields.filter((field) => field !== null),
  };
}

/** « Le bénéficiaire »: oneself, a relation of the account, or somebody to describe. Null where one files for oneself only. */
function beneficiarySection({ beneficiary }: DemarcheDefinition, context: FormContext): Section | null {
  if (!beneficiary) return null;
  const who = whoField(beneficiary, context);
  const parts = beneficiary.roles.every((role) => kindOfRole[role] === "legal")
    ? legalParts(beneficiary)
    : personParts(beneficiary, context);
  const title = isForChild(beneficiary) ? "L’enfant" : "Le bénéficiaire";
  return { key: beneficiarySectionKey, title, fields: who ? [who, ...parts] : parts };
}

/** Without « for myself » nor relations to choose from, only the description is left to ask. */
function whoField(beneficiary: Beneficiary, { relations, asksWho }: FormContext): ChoiceFieldDef | null {
  const { allowsSelf, question } = beneficiary;
  if (!allowsSelf && !(asksWho ?? relations?.length !== 0)) return null;
  const isUnknown = !allowsSelf && asksWho === undefined && relations === undefined;
  return {
    key: "who",
    type: "choice",
    label: question,
    acceptsRelation: true,
    isOptional: isUnknown ? true : undefined,
    missing: "Choisissez pour qui vous faites cette demande.",
    options: [
      ...(allowsSelf ? [{ value: "self", label: "Pour moi-même" }] : []),
      ...(relations ?? []).map(({ id, label }) => ({ value: id, label })),
      {
        value: "new",
        label: allowsSelf || (relations?.length ?? 0) > 0 ? anotherLabel(beneficiary) : "À renseigner",
      },
    ],
  };
}

/** Whether a démarche is made for children alone. */
export function isForChild({ roles }: Pick<Beneficiary, "roles">): boolean {
  return roles.every((role) => role === "child");
}

/** Whoever is none of the people above, in the words of those who may be. */
function anotherLabel(beneficiary: Beneficiary): string {
  if (isForChild(beneficiary)) return "Pour un autre enfant";
  if (beneficiary.roles.every((role) => kindOfRole[role] === "natural")) return "Pour une autre personne";
  return beneficiary.roles.includes("company") ? "Pour une autre organisation" : "Pour une autre association";
}

function personParts(beneficiary: Beneficiary, { today }: FormContext): SimpleField[] {
  const { roles, birth } = beneficiary;
  const whose = isForChild(beneficiary) ? "de l’enfant" : "du bénéficiaire";
  const fields: (SimpleField | null)[] = [
    roles.length > 1
      ? {
          key: "role",
          type: "choice",
          label: "Cette personne est votre",
          options: roles.map((value) => ({ value, label: relationRoleLabels[value] })),
          missing: "Indiquez qui est cette personne pour vous.",
        }
      : null,
    { ...firstNameField(`Prénom ${whose}`, `Indiquez le prénom ${whose}.`, "off"), waiver: onlyOneName },
    lastNameField(`Nom ${whose}`, `Indiquez le nom ${whose}.`, "off"),
    asked(birth, {
      key: "birthDate",
      type: "date",
      label: `Date de naissance ${whose}`,
      max: "today",
      isBirthday: true,
      mayBePartial: true,
      missing: `Indiquez la date de naissance ${whose}, par exemple ${exampleDay(today, isForChild(beneficiary) ? "child" : "adult")}.`,
    }),
    asked(birth, {
      key: "birthPlace",
      type: "text",
      format: "place",
      label: `Commune de naissance ${whose}`,
      missing: `Indiquez la commune de naissance ${whose}.`,
      waiver: unknownBirthplace,
    }),
  ];
  return fields.filter((field) => field !== null).map((field) => ({ ...field, when: forAnother(beneficiary) }));
}

function legalParts(beneficiary: Beneficiary): SimpleField[] {
  return [
    {
      key: "organisation",
      type: "legal_person",
      label: beneficiary.roles.includes("company") ? "L’organisation" : "L’association",
      asks: beneficiary.roles.includes("association") ? ["rna", "siret"] : ["siret"],
      when: forAnother(beneficiary),
    },
  ];
}

function forAnother({ allowsSelf }: Beneficiary) {
  if (!allowsSelf) return undefined;
  const field = `${beneficiarySectionKey}.who`;
  return { all: [{ field, isAnswered: true as const }, { not: { field, equals: "self" } }] };
}

const civilityField: ChoiceFieldDef = {
  key: "civility",
  type: "choice",
  label: "Civilité",
  options: civilities.map((value) => ({ value, label: civilityLabels[value] })),
};

/** F33: who has no account may ask for one on the way; the link leaves once the demande is filed. */
const wantsAccountField: SimpleField = {
  key: "wantsAccount",
  type: "yes_no",
  isOptional: true,
  label: "Souhaitez-vous suivre cette demande dans un compte ?",
  help: "Si oui, vous recevrez un lien pour créer votre compte après l’envoi. Sinon, vous la suivrez avec son numéro et votre courriel.",
};

function firstNameField(label: string, missing: string, autoComplete = "given-name"): TextFieldDef {
  return { key: "firstName", type: "text", format: "name", label, missing, autoComplete };
}

function lastNameField(label: string, missing: string, autoComplete = "family-name"): SimpleField {
  return { key: "lastName", type: "text", format: "name", label, missing, autoComplete };
}

function asked<F extends SimpleField>(need: Need, field: F): F | null {
  if (need === "none") return null;
  return need === "optional" ? { ...field, isOptional: true } : field;
}
