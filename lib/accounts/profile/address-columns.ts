import { done, refuse, type Result } from "@/lib/shared/result";
import { readPlace } from "@/lib/places/read-place";
import type { SaveAddress } from "../schema/citizen";

type AddressColumns = Record<"addressLine" | "addressExtra" | "postalCode" | "commune", string | null>;

/**
 * An address as an account keeps it. The commune takes the official spelling, and is found by itself when the postal code has only
 * one. Refuses `invalid` (details: errors by field).
 */
export async function addressColumns(input: SaveAddress): Promise<Result<AddressColumns, "invalid">> {
  const place = await readPlace(input);
  if (place.error) return refuse("invalid", { commune: place.error });
  return done(columnsOf({ ...input, ...place }));
}

/** What was read, as the columns keep it. */
export function columnsOf({ addressLine, addressExtra, postalCode, commune }: SaveAddress): AddressColumns {
  return {
    addressLine: addressLine || null,
    addressExtra: addressExtra || null,
    postalCode: postalCode || null,
    commune: commune || null,
  };
}
