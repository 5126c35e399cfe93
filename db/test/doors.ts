import type { z } from "zod";
import {
  addressFormSchema,
  addressPieces,
  contactFormSchema,
  identityFormSchema,
  namePieces,
  phonePieces,
} from "@/lib/accounts/schema/citizen";
import type { RawValues, SimpleField } from "@/lib/demarches/form";
import { readField } from "@/lib/demarches/values/stored";
import { judgePortal } from "@/lib/organisation/settings/judge-portal";
import { demonstrationPortal } from "@/lib/organisation/settings/portal";
import { portalFormSchema } from "@/lib/organisation/schema/portal";
import { judgeChange } from "@/lib/relations/steps/judge-change";
import { changeRelationSchema } from "@/lib/relations/schema";
import type { RelationView } from "@/lib/relations/types";
import { readChange } from "@/lib/shared/kept-value";
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

/** What the form of a row that is kept made of one control: its schema, then the judgement beside the row. */
function changed<T>(
  schema: z.ZodType<T>,
  base: Record<string, unknown>,
  path: string,
  judge: (typed: T) => { ok: true; value: unknown } | { ok: false },
): Door {
  return (typed) => {
    const parsed = schema.safeParse(planted(base, path, typed));
    const judged = parsed.success ? judge(parsed.data) : { ok: false as const };
    return judged.ok ? picked(judged.value, path) : null;
  };
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
const town = {
  town: "Belleval",
  title: "Parvis",
  colours: { primary: "#000", accent: "#fff" },
  contact: { service: "Accueil", email: "a@exemple.fr", phone: "03", address: "1", hours: "9 h" },
  legal: { publisher: "a", director: "b", host: "c", dpoEmail: "a@exemple.fr" },
};

/** « Modifier » a relation that says something else. */
export function changedRelation(path: string): Door {
  const kept: RelationView = {
    ...{
      id: newId(),
      kind: "natural",
      role: "spouse",
      name: "",
      civility: null,
      birthDate: null,
      updatedAt: new Date(0),
    },
    ...{
      firstName: "Avant",
      lastName: "Avant",
      birthPlace: "",
      legalName: "",
      siret: "",
      rna: "",
      email: "",
      phone: "",
    },
    ...{ addressLine: "", addressExtra: "", postalCode: "", commune: "" },
  };
  return changed(changeRelationSchema, { ...relation, relationId: id }, path, (typed) =>
    judgeChange(typed, kept, { commune: typed.commune }),
  );
}

/** The rubrics of an account that says something else. */
export function changedIdentity(path: string): Door {
  return changed(identityFormSchema, { firstName: "Camille", lastName: "Martin" }, path, (typed) =>
    readChange(namePieces, typed, { firstName: ["Avant"], lastName: ["Avant"] }),
  );
}
export function changedAddress(path: string): Door {
  const kept = { addressLine: [null], addressExtra: [null], postalCode: [null], commune: [null] };
  return changed(addressFormSchema, {}, path, (typed) => readChange(addressPieces, typed, kept));
}
export function changedContact(path: string): Door {
  return changed(contactFormSchema, { preferredContact: "email" }, path, (typed) =>
    readChange(phonePieces, typed, { phone: [null], mobile: [null] }),
  );
}

/** « La ville », beside what another town says. */
export function changedTown(path: string): Door {
  return changed(portalFormSchema, town, path, (typed) =>
    judgePortal({ ...typed, colours: demonstrationPortal.colours }, demonstrationPortal),
  );
}
