import { communesOf, placesOfTown, type TownPlace } from "@/lib/places/communes";

/** Communes of a postal code, by name; none when it is unknown or incomplete. */
export async function listCommunes(postalCode: string): Promise<readonly string[]> {
  return /^\d{5}$/.test(postalCode) ? communesOf(postalCode) : [];
}

/** Where the town of this address is: what lies outside is asked to be looked at again. */
export async function townAt(address: readonly string[]): Promise<TownPlace[]> {
  return placesOfTown(address);
}
