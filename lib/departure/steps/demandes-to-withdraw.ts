import { z } from "zod";
import type { DemandeId } from "@/lib/shared/ids";

const schema = z.array(z.uuid());

/** The demandes to withdraw, as the link keeps them (sealed) between the question and the deletion. */
export function writeToWithdraw(ids: readonly DemandeId[]): string {
  return JSON.stringify(ids);
}

/** None where nothing was chosen. */
export function readToWithdraw(payload: string | null): ReadonlySet<DemandeId> {
  const ids = payload === null ? [] : schema.parse(JSON.parse(payload));
  return new Set(ids as DemandeId[]);
}
