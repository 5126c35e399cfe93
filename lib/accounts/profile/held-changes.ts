import { z } from "zod";
import { fingerprint } from "@/lib/kernel/crypto";
import { civilities, civilityLabels } from "@/lib/vocabulary/roles";
import { heldColumns, heldLabels, type HeldColumn } from "../rules/held-columns";
import { oneNameWords } from "@/lib/shared/person-name";
import type { HeldChange } from "../types/agent";

const text = z.string().nullable();
/** What `accounts.pendingProfile` may hold; anything else is left out. */
const heldSchema = z
  .object({
    civility: z.enum(civilities).nullable(),
    firstName: text,
    lastName: text,
    addressLine: text,
    addressExtra: text,
    postalCode: text,
    commune: text,
  } satisfies Record<HeldColumn, z.ZodType>)
  .partial();
export type HeldProfile = z.infer<typeof heldSchema>;
type Pending = Readonly<Record<string, string | null>> | null;

/** The columns that the person wants to change, ready to be written. */
export function readHeld(pending: Pending): HeldProfile {
  return heldSchema.parse(pending ?? {});
}

/** Before and after, in the order of the form; what stays the same is left out. */
export function heldChanges(before: HeldProfile, pending: Pending): HeldChange[] {
  const after = readHeld(pending);
  return heldColumns.flatMap((column) => {
    const wanted = after[column];
    if (wanted === undefined || wanted === (before[column] ?? null)) return [];
    return { label: heldLabels[column], before: readable(column, before[column]), after: readable(column, wanted) };
  });
}

/** Tells these changes from any other: an agent decides on what their page showed. Says nothing of what they are. */
export function heldVersion(pending: Pending): string {
  const entries = Object.entries(pending ?? {}).toSorted(([one], [other]) => (one < other ? -1 : 1));
  return fingerprint("held-changes", JSON.stringify(entries));
}

function readable(column: HeldColumn, value: string | null | undefined): string {
  if (column === "firstName" && !value) return oneNameWords;
  const civility = civilities.find((each) => each === value);
  return civility ? civilityLabels[civility] : (value ?? "");
}
