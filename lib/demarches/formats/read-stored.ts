import { Invariant } from "@/lib/kernel/errors";
import type { DemarcheDefinition } from "../form";
import { definitionShape } from "../shape/definition";
import { currentFormat, upcasters, type Upcaster } from "./upcasters";

/** A definition as a row keeps it: with the number of its format. */
export type StoredDefinition = { format: number } & DemarcheDefinition;

/** What a row keeps of a definition. */
export function toStored(definition: DemarcheDefinition): StoredDefinition {
  // Through JSON, as Postgres gives it back: keys without a value are none.
  return JSON.parse(JSON.stringify({ format: currentFormat, ...definition })) as StoredDefinition;
}

/**
 * The definition that a row keeps, in the format of today, whatever the one that it was published under. What was published is not
 * judged again: its shape alone is looked at. Throws on what is no definition, and on a format newer than this program.
 */
export function readStored(stored: unknown): DemarcheDefinition {
  return definitionShape.parse(upcast(stored, upcasters));
}

/** The stored record brought from its format to the one after the last upcaster, without its number. */
export function upcast(stored: unknown, steps: readonly Upcaster[]): Readonly<Record<string, unknown>> {
  if (typeof stored !== "object" || stored === null) throw new Invariant("a stored definition is no record");
  const { format = 0, ...definition }: { format?: unknown } = stored;
  if (typeof format !== "number" || !Number.isInteger(format) || format < 0 || format > steps.length)
    throw new Invariant(`a stored definition of format ${String(format)}: this program reads 0 to ${steps.length}`);
  return steps.slice(format).reduce<Readonly<Record<string, unknown>>>((read, step) => step(read), definition);
}
