import type { z } from "zod";
import type { RawValues, SimpleField } from "@/lib/demarches/form";
import { readField } from "@/lib/demarches/values/stored";
import { newId } from "@/lib/shared/ids";

/**
 * One table of inputs for each datum, run through every door that takes it: what one door keeps, every door keeps. A door added later
 * is read by the same reader, or the linter stops it (scripts/lint/one-reader.mjs).
 */
export type Door = (typed: string) => unknown;

/** What a schema made of one control; null when it refused it. */
export function posted(schema: z.ZodType, base: Record<string, unknown>, path: string): Door {
  return (typed) => {
    const parsed = schema.safeParse(planted(base, path, typed));
    if (parsed.success) return picked(parsed.data, path);
    return parsed.error.issues.some((issue) => issue.path.join(".").startsWith(path)) ? null : "accepted here";
  };
}

function planted(base: Record<string, unknown>, path: string, typed: unknown): Record<string, unknown> {
  const [key = "", ...rest] = path.split(".");
  const inner = base[key];
  const nested = typeof inner === "object" && inner !== null ? (inner as Record<string, unknown>) : {};
  return { ...base, [key]: rest.length === 0 ? typed : planted(nested, rest.join("."), typed) };
}

function picked(data: unknown, path: string): unknown {
  return path.split(".").reduce<unknown>((inner, key) => (inner as Record<string, unknown>)[key], data);
}

type Without<T> = T extends SimpleField ? Omit<T, "key" | "label"> : never;

/** What a field of a démarche made of one control, null when it refused it; `part` of what is stored. */
export function asked(definition: Without<SimpleField>, raw: (typed: string) => RawValues, part?: string): Door {
  const field = { key: "f", label: "Champ", ...definition };
  return (typed) => {
    const { reading, stored } = readField(field, "s.f", raw(typed), { today: "2026-11-23", isSignedIn: false });
    if (reading.kind !== "value") return null;
    return part ? (stored as Record<string, unknown>)[part] : stored;
  };
}

export const whole = (typed: string) => ({ "s.f": typed });
export const id = newId();
export const password = { password: "quatre moulins bleus", passwordConfirmation: "quatre moulins bleus" };
export const agentFacts = { email: "a@exemple.fr", name: "Camille Martin", role: "agent", services: [] };
export const relation = { role: "spouse", firstName: "Camille", lastName: "Martin" };
export const town = {
  town: "Belleval",
  title: "Parvis",
  colours: { primary: "#000", accent: "#fff" },
  contact: { service: "Accueil", email: "a@exemple.fr", phone: "03", address: "1", hours: "9 h" },
  legal: { publisher: "a", director: "b", host: "c", dpoEmail: "a@exemple.fr" },
};
