import { isDeepStrictEqual } from "node:util";
import { beneficiarySectionKey, type Answers } from "@/lib/demarches/form";
import { isUnborn, type RelationView } from "@/lib/relations/types";
import type { FieldErrors } from "@/lib/shared/form-state";
import { isId, type RelationId } from "@/lib/shared/ids";

type Parts = Readonly<Record<string, unknown>>;

/**
 * When a relation was just chosen, copies what the account knows of it into the beneficiary's parts, in place of those of
 * whoever was chosen before: the demande keeps its own copy. Parts typed since for the same person stay (F6); once it was filed
 * (`isFiled`), those left empty too. A page that holds none of them did not show them: the copy stays as it was. Whoever is
 * nobody that the account knows begins empty, and not as the relation that was chosen before.
 */
export function fillBeneficiary(
  answers: Answers,
  before: Answers,
  people: readonly RelationView[],
  isFiled: boolean,
): Answers {
  const parts = partsOf(answers);
  const was = partsOf(before);
  const isSame = was.who === parts.who;
  if (isSame && isRelation(was) && Object.keys(onlyFacts(parts)).every((key) => key === "role"))
    return withParts(answers, { ...parts, ...onlyFacts(was) });
  const chosen = people.find(({ id }) => id === parts.who);
  if (!chosen) return isLeft(parts, was) ? withParts(answers, otherThanFacts(parts)) : answers;
  if (isSame && isFiled) return answers;
  const known = factsOf(chosen);
  const filled = isSame ? { ...known, ...withoutEmpty(parts) } : { ...otherThanFacts(parts), ...known };
  return withParts(answers, filled);
}

function withParts(answers: Answers, parts: Parts): Answers {
  return { ...answers, [beneficiarySectionKey]: parts };
}

/** Whether the parts are still those of a relation who is no longer chosen. */
function isLeft(parts: Parts, was: Parts): boolean {
  return isRelation(was) && parts.who !== was.who && isDeepStrictEqual(onlyFacts(parts), onlyFacts(was));
}

function isRelation({ who }: Parts): boolean {
  return typeof who === "string" && isId(who);
}

/** The relation that the answers name, if the account still has it. */
export function relationOf(answers: Answers, people: readonly RelationView[]): RelationId | null {
  return people.find(({ id }) => id === partsOf(answers).who)?.id ?? null;
}

/**
 * What is wrong with a beneficiary who is none of the account's people: removed since, or somebody else's. Whoever was
 * already filed stays.
 */
export function strangerErrors(answers: Answers, submitted: Answers, people: readonly RelationView[]): FieldErrors {
  const { who } = partsOf(answers);
  if (typeof who !== "string" || !isId(who) || partsOf(submitted).who === who) return {};
  if (people.some(({ id }) => id === who)) return {};
  return { [`${beneficiarySectionKey}.who`]: "Choisissez de nouveau pour qui vous faites cette demande." };
}

/** « Léa Martin », « Les Amis du parc »; null when it is filed for oneself. */
export function beneficiaryName(answers: Answers): string | null {
  return beneficiaryParts(answers).join(" ") || null;
}

/** First name and name, or the name of an organisation; none when it is filed for oneself. */
export function beneficiaryParts(answers: Answers): string[] {
  const { who, firstName, lastName, organisation } = partsOf(answers);
  if (who === "self") return [];
  const legalName =
    typeof organisation === "object" && organisation !== null && "legalName" in organisation
      ? organisation.legalName
      : null;
  if (typeof legalName === "string") return [legalName];
  return [firstName, lastName].filter((part) => typeof part === "string" && part !== "") as string[];
}

function factsOf(person: RelationView): Parts {
  if (person.kind === "legal")
    return withoutEmpty({
      organisation: withoutEmpty({ legalName: person.legalName, siret: person.siret, rna: person.rna }),
    });
  const { role, firstName, lastName, birthDate, birthPlace } = person;
  const hasOneName = firstName === "" && !isUnborn(person);
  return withoutEmpty({ role, firstName: hasOneName ? { waived: true } : firstName, lastName, birthDate, birthPlace });
}

const factKeys = new Set(["role", "firstName", "lastName", "birthDate", "birthPlace", "organisation"]);

function onlyFacts(parts: Parts): Parts {
  return Object.fromEntries(Object.entries(withoutEmpty(parts)).filter(([key]) => factKeys.has(key)));
}

function otherThanFacts(parts: Parts): Parts {
  return Object.fromEntries(Object.entries(parts).filter(([key]) => !factKeys.has(key)));
}

function withoutEmpty(parts: Parts): Parts {
  return Object.fromEntries(
    Object.entries(parts).filter(([, value]) => value !== "" && value !== null && value !== undefined),
  );
}

function partsOf(answers: Answers): Parts {
  const section = answers[beneficiarySectionKey];
  return typeof section === "object" && section !== null ? (section as Parts) : {};
}
