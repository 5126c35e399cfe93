import { z } from "zod";
import {
  optionalAddressLine,
  optionalCommune,
  optionalDay,
  optionalEmail,
  optionalName,
  optionalPhone,
  optionalPostalCode,
  optionalText,
} from "@/lib/shared/form-schema";
import { isId, type RelationId } from "@/lib/shared/ids";
import { isRna, isSiret } from "@/lib/shared/identifiers";
import { civilities, kindOfRole, relationRoles } from "@/lib/vocabulary/roles";

const relationId = z.custom<RelationId>(
  (value) => typeof value === "string" && isId(value),
  "L’adresse de cette page est incomplète.",
);

const withoutSpaces = (max: number) => optionalText(max).transform((text) => text.replace(/[\s.-]/g, "").toUpperCase());

/** What « Ajouter » and « Modifier » post. Names of controls are the keys; the date is `birthDate.day`, `.month`, `.year`. */
const facts = z.object({
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
  firstName: optionalName("Le prénom"),
  lastName: optionalName("Le nom"),
  /** May be left empty: a child may be unborn. */
  birthDate: optionalDay({ subject: "la date de naissance", earliest: "1900-01-01" }),
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
});

type Facts = z.output<typeof facts>;

/** What each kind must have. */
function checkKind(value: Facts, context: z.RefinementCtx): void {
  const need = (path: keyof Facts, message: string) => {
    if (value[path] === "") context.addIssue({ code: "custom", path: [path], message });
  };
  if (kindOfRole[value.role] === "natural") return checkPerson(value, need, context);
  need(
    "legalName",
    value.role === "association" ? "Saisissez le nom de l’association." : "Saisissez le nom de l’entreprise.",
  );
  if (value.role === "company") need("siret", "Saisissez le SIRET de l’entreprise, 14 chiffres.");
  if (value.role === "association" && value.rna === "" && value.siret === "")
    context.addIssue({
      code: "custom",
      path: ["rna"],
      message: "Saisissez le numéro RNA de l’association, ou son SIRET.",
    });
}

type Need = (path: keyof Facts, message: string) => void;

/** A first name, save of a child who is not born and of whoever has one name only. Nothing typed says nothing of a birth. */
function checkPerson(value: Facts, need: Need, context: z.RefinementCtx): void {
  const { role, isBorn, hasOneName, firstName, birthDate } = value;
  const say = (path: keyof Facts, message: string) => context.addIssue({ code: "custom", path: [path], message });
  const isUnborn = role === "child" && isBorn === "no";
  if (isUnborn && birthDate !== null)
    say("isBorn", "Vous avez indiqué une date de naissance. Répondez « Oui », ou effacez la date.");
  else if (role === "child" && isBorn === null && firstName === "" && birthDate === null)
    say("isBorn", "Répondez à la question « L’enfant est-il déjà né ? ».");
  else if (!isUnborn && !hasOneName) need("firstName", "Saisissez le prénom.");
  else if (!isUnborn && role === "child" && birthDate === null)
    say("birthDate", "Indiquez la date de naissance de l’enfant.");
  need("lastName", "Saisissez le nom.");
}

export const addRelationSchema = facts.superRefine(checkKind);
export type AddRelation = z.output<typeof addRelationSchema>;

export const changeRelationSchema = facts.extend({ relationId }).superRefine(checkKind);
export type ChangeRelation = z.output<typeof changeRelationSchema>;

export const removeRelationSchema = z.object({ relationId });
export type RemoveRelation = z.output<typeof removeRelationSchema>;
