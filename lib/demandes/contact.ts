import { fingerprint } from "@/lib/kernel/crypto";
import { formsOf, readEmail } from "@/lib/shared/email";

/** What is kept to compare an address given on /suivi with the applicant's, without keeping the address itself. */
export function contactHashOf(email: string | null): string | null {
  return email ? fingerprint("contact", readEmail(email) ?? email.trim().toLowerCase()) : null;
}

/** The same, with the form that an accented domain had in demandes filed before it had one: to look for, never to keep. */
export function contactHashesOf(email: string | null): readonly string[] {
  return email ? formsOf(email).map((form) => fingerprint("contact", form)) : [];
}
