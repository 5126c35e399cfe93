import { and, desc, eq, isNotNull } from "drizzle-orm";
import { accounts } from "@/db/schema/accounts";
import { demandeRevisions } from "@/db/schema/demandes";
import type { Reader } from "@/lib/kernel/database";
import type { AccountId, DemandeId } from "@/lib/shared/ids";
import { applicantEmail } from "./applicant";

/** Where who filed a demande is written to, by the last answers that were filed; null when they gave no address. */
export async function findContact(reader: Reader, demandeId: DemandeId): Promise<{ email: string } | null> {
  const [filed] = await reader
    .select({ answers: demandeRevisions.answers })
    .from(demandeRevisions)
    .where(and(eq(demandeRevisions.demandeId, demandeId), isNotNull(demandeRevisions.submittedAt)))
    .orderBy(desc(demandeRevisions.number))
    .limit(1);
  const email = filed ? applicantEmail(filed.answers) : null;
  return email ? { email } : null;
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
