import { and, desc, eq, inArray, isNotNull } from "drizzle-orm";
import { accounts } from "@/db/schema/accounts";
import { demandeRevisions } from "@/db/schema/demandes";
import type { Reader } from "@/lib/kernel/database";
import type { AccountId, DemandeId } from "@/lib/shared/ids";
import { applicantEmail } from "../draft/applicant";

/** Where who filed a demande is written to, by the last answers that were filed; null when they gave no address. */
export async function findContact(reader: Reader, demandeId: DemandeId): Promise<{ email: string } | null> {
  const email = (await findContacts(reader, [demandeId])).get(demandeId);
  return email ? { email } : null;
}

/** The addresses of those who filed these demandes, where they gave one. */
export async function findContacts(reader: Reader, ids: readonly DemandeId[]): Promise<Map<DemandeId, string>> {
  if (ids.length === 0) return new Map();
  const filed = await reader
    .selectDistinctOn([demandeRevisions.demandeId], {
      demandeId: demandeRevisions.demandeId,
      answers: demandeRevisions.answers,
    })
    .from(demandeRevisions)
    .where(and(inArray(demandeRevisions.demandeId, [...ids]), isNotNull(demandeRevisions.submittedAt)))
    .orderBy(demandeRevisions.demandeId, desc(demandeRevisions.number));
  return new Map(
    filed.flatMap(({ demandeId, answers }) => {
      const email = applicantEmail(answers);
      return email ? [[demandeId, email] as const] : [];
    }),
  );
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
