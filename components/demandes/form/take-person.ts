import type { FormValues } from "@/lib/shared/form-state";
import type { Civility } from "@/lib/vocabulary/roles";

export type PersonFacts = {
  civility: Civility | null;
  firstName: string | null;
  lastName: string | null;
  /** « 2016-05-04 » */
  birthDate: string | null;
  birthPlace: string;
};

/** The controls of the person field at `path`, filled in from somebody known. What is not known of them stays as it was. */
export function withPerson(values: FormValues, path: string, person: PersonFacts): FormValues {
  const [year = "", month = "", day = ""] = (person.birthDate ?? "").split("-");
  const known: Record<string, string> = {
    civility: person.civility ?? "",
    firstName: person.firstName ?? "",
    lastName: person.lastName ?? "",
    "birthDate.day": day.replace(/^0/, ""),
    "birthDate.month": month.replace(/^0/, ""),
    "birthDate.year": year,
    birthPlace: person.birthPlace,
  };
  const filled = Object.entries(known)
    .filter(([part, text]) => text !== "" && Object.hasOwn(values, `${path}.${part}`))
    .map(([part, text]) => [`${path}.${part}`, text] as const);
  return { ...values, ...Object.fromEntries(filled) };
}
