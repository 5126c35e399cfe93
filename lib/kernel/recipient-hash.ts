import { fingerprint } from "./crypto";

/** Hash by which the outbox counts and erases what goes to an address. `email`: normalised. */
export function recipientHash(email: string): string {
  return fingerprint("recipient", email);
}
