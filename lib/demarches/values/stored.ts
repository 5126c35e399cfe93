import type { FormContext, RawValues, SimpleField } from "../form";
import { kindOf } from "../fields/field-types";
import { isUnread, unread, writeUnread, type Controls, type Reading } from "./reading";

/** Between the controls of a field and what is stored for it. */

/** Names of the field's controls, in the order of the page. */
export function controlNames(field: SimpleField, path: string): string[] {
  return kindOf(field)
    .parts(field)
    .map((part) => nameOf(path, part));
}

/** Whether the page posted at least one control of the field. */
export function isPosted(field: SimpleField, path: string, raw: RawValues): boolean {
  return controlNames(field, path).some((name) => Object.hasOwn(raw, name));
}

/** What to store for the controls posted: the value, what was typed when it cannot be understood, undefined for nothing. */
export function readField(
  field: SimpleField,
  path: string,
  raw: RawValues,
  context: FormContext,
): { stored: unknown; reading: Reading } {
  const kind = kindOf(field);
  const controls = controlsIn(raw, path);
  const reading = kind.read(field, controls, context);
  if (reading.kind === "value") return { stored: reading.value, reading };
  return { stored: reading.kind === "wrong" ? unread(kind.parts(field), controls) : undefined, reading };
}

/** Reads again what is stored: the bounds of a date move with the day, and nothing stored is trusted. */
export function rereadField(field: SimpleField, stored: unknown, context: FormContext): Reading {
  return kindOf(field).read(field, controlsIn(writeParts(field, stored), ""), context);
}

/** The stored value back into the field's controls, under their full names. */
export function writeField(field: SimpleField, path: string, stored: unknown): RawValues {
  const entries = Object.entries(writeParts(field, stored)).map(
    ([part, typed]) => [nameOf(path, part), typed] as const,
  );
  return Object.fromEntries(entries);
}

/** Name of the control, or of the error, of one part. */
export function nameOf(path: string, part: string): string {
  return part === "" || path === "" ? path + part : `${path}.${part}`;
}

function writeParts(field: SimpleField, stored: unknown): RawValues {
  if (!isUnread(stored)) return kindOf(field).write(stored, field);
  const known = new Set(kindOf(field).parts(field));
  return Object.fromEntries(Object.entries(writeUnread(stored)).filter(([part]) => known.has(part)));
}

function controlsIn(raw: RawValues, path: string): Controls {
  return (part) => {
    const name = nameOf(path, part);
    const typed: unknown = Object.hasOwn(raw, name) ? raw[name] : undefined;
    if (typeof typed === "string") return [typed];
    return Array.isArray(typed) ? typed.filter((text) => typeof text === "string") : [];
  };
}
