import { communesOf } from "@/lib/kernel/communes";

/** Communes of a postal code, by name; none when it is unknown or incomplete. */
export async function listCommunes(postalCode: string): Promise<readonly string[]> {
  return /^\d{5}$/.test(postalCode) ? communesOf(postalCode) : [];
}
