import { exampleDay, type ExampleOf } from "@/lib/shared/example-day";
import type { DateFieldDef, FormContext, PersonFieldDef } from "../form";
import { resolveBound } from "./days";

/** The civil day that examples are of, and whether the field is about a child. */
export type PageDay = Pick<FormContext, "today"> & { isForChild?: boolean };

/** Beside a date that may be known by its year, or its month and year, alone. */
const partialHint = "Si vous ne connaissez que l’année, ou le mois et l’année, laissez le reste vide.";

/** A day that this field accepts, as it is typed: « 31 3 1980 ». */
export function exampleOf(field: DateFieldDef, { today, isForChild = false }: PageDay): string {
  const max = field.max ?? (field.isBirthday ? "today" : undefined);
  const latest = max && resolveBound(max, today);
  const earliest = field.min && resolveBound(field.min, today);
  return exampleDay(today, ofWhom(field, latest !== undefined && latest <= today, isForChild), { earliest, latest });
}

/** An example of the past where no day of the future is accepted. */
function ofWhom({ isBirthday }: DateFieldDef, isPast: boolean, isForChild: boolean): ExampleOf {
  if (isBirthday && isForChild) return "child";
  return isBirthday || isPast ? "adult" : "future";
}

/** The birth of a person whom a field describes. */
export function birthExample({ from }: Pick<PersonFieldDef, "from">, { today }: PageDay): string {
  const isChild = from.length > 0 && from.every((role) => role === "child");
  return exampleDay(today, isChild ? "child" : "adult");
}

/** What stands beside the three boxes of a date. */
export function dateHelp(field: DateFieldDef, day: PageDay): string {
  const partial = field.mayBePartial ? partialHint : null;
  return [field.help, said(exampleOf(field, day)), partial].filter(Boolean).join(" ");
}

/** The same, of the birth of a person. */
export function birthHelp(field: PersonFieldDef, day: PageDay): string {
  return `${said(birthExample(field, day))} ${partialHint}`;
}

const said = (example: string) => `Par exemple : ${example}.`;
