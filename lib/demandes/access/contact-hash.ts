import { fingerprint } from "@/lib/kernel/crypto";
import { formsOf, readEmail } from "@/lib/shared/email";

/** What is kept to compare an address given on /suivi with the applicant's, without keeping the address itself. */
export function contactHashOf(email: string | null): string | null {
  return email ? fingerprint("contact", readEmail(email) ?? email.trim().toLowerCase()) : null;
}

/** Every fingerprint that this address may have been kept under, an accented domain having had another form once: to look for, never to keep. */
export function contactHashesOf(email: string | null): readonly string[] {
  return email ? formsOf(email).map((form) => fingerprint("contact", form)) : [];
}
