import { z } from "zod";
import { isAtFault, unlessAtFault } from "@/lib/shared/at-fault";
import {
  idOf,
  optionalAddressLine,
  optionalCommune,
  optionalDay,
  optionalEmail,
  optionalName,
  optionalPhone,
  optionalPostalCode,
  optionalText,
} from "@/lib/shared/form-schema";
import type { RelationId } from "@/lib/shared/ids";
import { unjudged } from "@/lib/shared/kept-value";
import { isRna, isSiret } from "@/lib/shared/identifiers";
import { civilities, kindOfRole, relationRoles } from "@/lib/vocabulary/roles";

const relationId = idOf<RelationId>();

const withoutSpaces = (max: number) => optionalText(max).transform((text) => text.replace(/[\s.-]/g, "").toUpperCase());

/** The texts, each with its reader: what `judgeChange` compares with those that are kept. */
export const relationPieces = {
  firstName: optionalName("Le prénom"),
  lastName: optionalName("Le nom"),
  birthPlace: optionalCommune("La commune de naissance"),
  legalName: optionalText(200),
  siret: withoutSpaces(30).refine(
    (text) => text === "" || isSiret(text),
    "Vérifiez le SIRET : il contient 14 chiffres, et sa clé ne correspond pas.",
  ),
  rna: withoutSpaces(30).refine(
    (text) => text === "" || isRna(text),
    "Vérifiez le numéro RNA : il commence par W, suivi de 9 chiffres.",
  ),
  email: optionalEmail(),
  phone: optionalPhone(),
  addressLine: optionalAddressLine(),
  addressExtra: optionalAddressLine("Le complément d’adresse"),
  postalCode: optionalPostalCode(),
  commune: optionalCommune(),
};

/** What « Ajouter » and « Modifier » post. Names of controls are the keys; the date is `birthDate.day`, `.month`, `.year`. */
const facts = {
  role: z.enum(relationRoles, "Choisissez le lien avec cette personne ou cette organisation."),
  civility: z
    .union([z.enum(civilities), z.literal("").transform(() => null)])
    .nullish()
    .transform((value) => value ?? null),
  /** Of a child: « Est-il déjà né ? ». A child without first name is unborn only when somebody says so. */
  isBorn: z
    .union([z.enum(["yes", "no"]), z.literal("").transform(() => null)])
    .nullish()
    .transform((value) => value ?? null),
  /** « Cette personne n’a qu’un nom »: no first name is asked. */
  hasOneName: z
    .literal("yes")
    .optional()
    .transform((value) => value === "yes"),
  /** May be left empty: a child may be unborn. */
  birthDate: optionalDay({ subject: "la date de naissance", earliest: "1900-01-01" }),
};

const { role, civility, isBorn, hasOneName, birthDate } = facts;
/** In the order of the form, which is that of its errors. */
const addition = z.object({ role, civility, isBorn, ...relationPieces, hasOneName, birthDate });

export type RelationFacts = z.output<typeof addition>;

type Problem = { path: keyof RelationFacts; message: string };

/** What each kind must have, and has not. */
export function kindProblems(value: RelationFacts): Problem[] {
  const { role } = value;
  if (kindOfRole[role] === "natural") return personProblems(value);
  const isAssociation = role === "association";
  const name = `Saisissez le nom de ${isAssociation ? "l’association" : "l’entreprise"}.`;
  const problems: (Problem | null)[] = [
    value.legalName === "" ? { path: "legalName", message: name } : null,
    role === "company" && value.siret === ""
      ? { path: "siret", message: "Saisissez le SIRET de l’entreprise, 14 chiffres." }
      : null,
    isAssociation && value.rna === "" && value.siret === ""
      ? { path: "rna", message: "Saisissez le numéro RNA de l’association, ou son SIRET." }
      : null,
  ];
  return problems.filter((problem) => problem !== null);
}

function personProblems(value: RelationFacts): Problem[] {
  const birth = birthProblem(value);
  const name: Problem[] = value.lastName === "" ? [{ path: "lastName", message: "Saisissez le nom." }] : [];
  return birth ? [birth, ...name] : name;
}

/**
 * A first name, save of a child who is not born and of whoever has one name only. Nothing typed says nothing of a birth; a child
 * without a first name has a date, or nothing would tell it from one who is not born.
 */
function birthProblem({ role, isBorn, hasOneName, firstName, birthDate }: RelationFacts): Problem | null {
  const isUnborn = role === "child" && isBorn === "no";
  if (isUnborn && birthDate !== null)
    return {
      path: "isBorn",
      message: "Vous avez indiqué une date de naissance. Répondez « Oui », ou effacez la date.",
    };
  if (role === "child" && isBorn === null && firstName === "" && birthDate === null)
    return { path: "isBorn", message: "Répondez à la question « L’enfant est-il déjà né ? »." };
  if (!isUnborn && !hasOneName && firstName === "") return { path: "firstName", message: "Saisissez le prénom." };
  if (!isUnborn && role === "child" && firstName === "" && birthDate === null)
    return { path: "birthDate", message: "Indiquez la date de naissance de l’enfant." };
  return null;
}

export const addRelationSchema = addition.superRefine(
  (value, context) => {
    // A date that is wrong says a birth all the same.
    const asked = ({ path }: Problem) => !isAtFault(context.issues, path === "isBorn" ? "birthDate" : path);
    const problems = kindProblems(value).filter(asked);
    for (const { path, message } of problems) context.addIssue({ code: "custom", path: [path], message });
  },
  { when: unlessAtFault("role") },
);
export type AddRelation = RelationFacts;

/** What « Modifier » posts: `judgeChange` judges it beside what is kept. */
export const changeRelationSchema = z.object({ ...facts, ...unjudged(relationPieces), relationId });
export type ChangeRelation = z.output<typeof changeRelationSchema>;

export const removeRelationSchema = z.object({ relationId });
export type RemoveRelation = z.output<typeof removeRelationSchema>;
