import { applicantSectionKey, type Section } from "@/lib/demarches/form";
import { personControls } from "@/lib/demarches/rules/known";
import type { FormValues } from "@/lib/shared/form-state";
import type { Civility } from "@/lib/vocabulary/roles";

export type PersonFacts = {
  civility: Civility | null;
  firstName: string | null;
  lastName: string | null;
  /** « 2016-05-04 » */
  birthDate: string | null;
  birthPlace: string;
  /** A child to be born has no first name yet, and may have one. */
  isUnborn?: boolean;
};

/**
 * The controls of the person field at `path`, filled in from somebody known. What is not known of them stays as it was;
 * who has a name and no first name has one name only, and the box says so. Nothing changes where the sections have no person.
 */
export function withPerson(
  sections: readonly Section[],
  values: FormValues,
  path: string,
  person: PersonFacts,
): FormValues {
  const [year = "", month = "", day = ""] = (person.birthDate ?? "").split("-");
  return filled(sections, values, path, {
    civility: person.civility ?? "",
    firstName: person.firstName ?? "",
    hasOneName: !person.firstName && person.lastName && !person.isUnborn ? "yes" : "",
    lastName: person.lastName ?? "",
    "birthDate.day": day.replace(/^0/, ""),
    "birthDate.month": month.replace(/^0/, ""),
    "birthDate.year": year,
    birthPlace: person.birthPlace,
  });
}

/** The person field at `path` filled in from « Mes informations », where the author of this demande already said who they are. */
export function withOwnPerson(sections: readonly Section[], values: FormValues, path: string): FormValues {
  const parts = ["civility", "firstName", "lastName", "birthPlace"];
  const days = ["birthDate.day", "birthDate.month", "birthDate.year"];
  const own = (part: string) => {
    const typed = values[`${applicantSectionKey}.${part}`];
    return typeof typed === "string" ? typed : "";
  };
  const known = Object.fromEntries([...parts, ...days].map((part) => [part, own(part)] as const));
  return filled(sections, values, path, { ...known, hasOneName: own("firstName.waived") });
}

function filled(
  sections: readonly Section[],
  values: FormValues,
  path: string,
  known: Readonly<Record<string, string>>,
): FormValues {
  const names = personControls(sections, path);
  const taken = Object.entries(known)
    .map(([part, text]) => [`${path}.${part}`, text] as const)
    .filter(([name, text]) => text !== "" && names.has(name));
  const took = new Set(taken.map(([name]) => name));
  return Object.fromEntries([...Object.entries(values).filter(([name]) => !isReplaced(name, path, took)), ...taken]);
}

/** A first name and « n’a qu’un nom » exclude each other: whoever is taken up has one of them. */
function isReplaced(name: string, path: string, taken: ReadonlySet<string>): boolean {
  const [first, one] = [`${path}.firstName`, `${path}.hasOneName`];
  return (name === first && taken.has(one)) || (name === one && taken.has(first));
}
