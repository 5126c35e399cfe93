import { fingerprint } from "@/lib/kernel/crypto";

/** What is kept to compare an address given on /suivi with the applicant's, without keeping the address itself. */
export function contactHashOf(email: string | null): string | null {
  return email ? fingerprint("contact", email.trim().toLowerCase()) : null;
}
