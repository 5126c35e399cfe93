import type { FormContext, RawValues, SimpleField } from "../form";
import { isUnread } from "./reading";
import { readField } from "./stored";

/** For the tests of the kinds of fields: one field, what is typed in it, what is stored and what is said. */
export const context: FormContext = { today: "2026-11-23", isSignedIn: false };
export type Without<T> = T extends SimpleField ? Omit<T, "key" | "label"> & { label?: string } : never;

export function field(definition: Without<SimpleField>): SimpleField {
  return { key: "f", label: "Champ", ...definition };
}

/** What is stored, and what is said. */
export function read(definition: Without<SimpleField>, raw: RawValues | string): { stored: unknown; errors: unknown } {
  const { stored, reading } = readField(
    field(definition),
    "s.f",
    typeof raw === "string" ? { "s.f": raw } : named(raw),
    context,
  );
  return { stored, errors: reading.kind === "wrong" ? reading.errors : null };
}

const named = (parts: RawValues) =>
  Object.fromEntries(Object.entries(parts).map(([part, typed]) => [`s.f.${part}`, typed]));
export const valueOf = (definition: Without<SimpleField>, raw: RawValues | string) => {
  const { stored, errors } = read(definition, raw);
  expect(errors).toBeNull();
  return stored;
};
export const errorOf = (definition: Without<SimpleField>, raw: RawValues | string, part = "") => {
  const { stored, errors } = read(definition, raw);
  expect(isUnread(stored)).toBe(true);
  return (errors as Record<string, string> | null)?.[part];
};
