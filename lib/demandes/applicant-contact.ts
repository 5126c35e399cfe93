import { and, desc, eq, isNotNull } from "drizzle-orm";
import { accounts } from "@/db/schema/accounts";
import { demandeRevisions } from "@/db/schema/demandes";
import type { Reader } from "@/lib/kernel/database";
import type { AccountId, DemandeId } from "@/lib/shared/ids";
import { applicantEmail, applicantName } from "./applicant";

export type Contact = { email: string; name: string | null };

/** Who filed a demande, by the last answers that were filed; null when they gave no address. */
export async function findContact(reader: Reader, demandeId: DemandeId): Promise<Contact | null> {
  const [filed] = await reader
    .select({ answers: demandeRevisions.answers })
    .from(demandeRevisions)
    .where(and(eq(demandeRevisions.demandeId, demandeId), isNotNull(demandeRevisions.submittedAt)))
    .orderBy(desc(demandeRevisions.number))
    .limit(1);
  const email = filed ? applicantEmail(filed.answers) : null;
  return email && filed ? { email, name: applicantName(filed.answers) } : null;
}

/** The address that an account proved: a link was opened there when it was created, and at each change since. */
export async function provedAddress(reader: Reader, accountId: AccountId): Promise<string | null> {
  const [account] = await reader
    .select({ email: accounts.email })
    .from(accounts)
    .where(and(eq(accounts.id, accountId), eq(accounts.status, "active")))
    .limit(1);
  return account?.email ?? null;
}
