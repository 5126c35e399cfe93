import { keepSealed, readSealed } from "./sealed-cookie";

const showMinutes = 15;

/**
 * In an action: hands the new recovery codes to the page that shows them, sealed, for a quarter of an hour or until they are
 * noted. The database only knows their hashes, and the page may be loaded again or printed, with JavaScript or without.
 */
export async function showCodes(codes: readonly string[]): Promise<void> {
  await keepSealed("codes", codes, showMinutes);
}

/** The codes just made, or null once they are noted. */
export async function readShownCodes(): Promise<string[] | null> {
  return readSealed<string[]>("codes");
}
