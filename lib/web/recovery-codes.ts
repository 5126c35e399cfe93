import { cookies } from "next/headers";
import { seal, unseal } from "@/lib/kernel/crypto";
import { cookieName, cookieOptions } from "./cookies";

const showSeconds = 15 * 60;

/**
 * In an action: hands the new recovery codes to the page that shows them, sealed, for a quarter of an hour or until they are
 * noted. The database only knows their hashes, and the page may be loaded again or printed, with JavaScript or without.
 */
export async function showCodes(codes: readonly string[]): Promise<void> {
  (await cookies()).set(cookieName("codes"), seal("recovery-codes", codes.join(" ")), cookieOptions(showSeconds));
}

/** The codes just made, or null once they are noted. */
export async function readShownCodes(): Promise<string[] | null> {
  const sealed = (await cookies()).get(cookieName("codes"))?.value;
  if (!sealed) return null;
  try {
    return unseal("recovery-codes", sealed).split(" ");
  } catch {
    return null;
  }
}
