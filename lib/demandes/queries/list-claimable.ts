import { and, desc, eq, inArray, isNull } from "drizzle-orm";
import { demandeRevisions, demandes } from "@/db/schema/demandes";
import { demarches } from "@/db/schema/demarches";
import type { Citizen } from "@/lib/kernel/actor";
import { database } from "@/lib/kernel/database";
import type { DemandeId, GuestHash } from "@/lib/shared/ids";
import { applicantEmail } from "../draft/applicant";
import { provedAddress } from "../access/applicant-contact";
import { contactHashesOf, contactHashOf } from "../access/contact-hash";
import { readNumber } from "../rules/number";
import { openedBy } from "../access/scope";

export type Claimable = {
  id: DemandeId;
  /** Null for a draft. */
  number: string | null;
  demarcheTitle: string;
  /** When it was filed, or last written. */
  at: Date;
};

const most = 20;
const columns = {
  id: demandes.id,
  number: demandes.number,
  demarcheTitle: demarches.title,
  at: demandes.updatedAt,
};

/**
 * F95: what the account may take because it has the very address of the demande: what was filed there without account, and
 * the drafts of this browser (`guest`). `others`: how many this browser opens beside, with another address or none; nothing
 * more is told of them, they may be somebody else's.
 */
export async function listClaimable(
  { accountId }: Citizen,
  guest: GuestHash | null,
): Promise<{ items: readonly Claimable[]; others: number }> {
  const proved = contactHashesOf(await provedAddress(database(), accountId));
  const here = guest ? await openedHere(guest) : [];
  const isSame = (hash: string | null) => hash !== null && proved.includes(hash);
  const drafts = here.filter(({ number, hash }) => number === null && isSame(hash));
  const filed = await filedAt(proved, most);
  const items = [...filed, ...drafts.map(({ hash: _, ...draft }) => draft)];
  return { items, others: here.filter(({ hash }) => !isSame(hash)).length };
}

/** The one with this number, if the account may take it by its address; null for any other, existing or not. */
export async function findClaimable({ accountId }: Citizen, number: string): Promise<Claimable | null> {
  const proved = contactHashesOf(await provedAddress(database(), accountId));
  const read = readNumber(number);
  if (!read) return null;
  const [row] = await database()
    .select(columns)
    .from(demandes)
    .innerJoin(demarches, eq(demarches.id, demandes.demarcheId))
    .where(and(eq(demandes.number, read), inArray(demandes.contactHash, proved), isNull(demandes.accountId)))
    .limit(1);
  return row ?? null;
}

async function filedAt(hashes: readonly string[], limit: number): Promise<Claimable[]> {
  const rows = await database()
    .select({ ...columns, submittedAt: demandes.submittedAt })
    .from(demandes)
    .innerJoin(demarches, eq(demarches.id, demandes.demarcheId))
    .where(and(inArray(demandes.contactHash, hashes), isNull(demandes.accountId)))
    .orderBy(desc(demandes.submittedAt), desc(demandes.id))
    .limit(limit);
  return rows.map(({ submittedAt, ...row }) => ({ ...row, at: submittedAt ?? row.at }));
}

/** What a browser opened without account, with the address of each: filed, or typed so far. */
async function openedHere(guest: GuestHash) {
  const rows = await database()
    .select({ ...columns, contactHash: demandes.contactHash, answers: demandeRevisions.answers })
    .from(demandes)
    .innerJoin(demarches, eq(demarches.id, demandes.demarcheId))
    .innerJoin(demandeRevisions, and(eq(demandeRevisions.demandeId, demandes.id), eq(demandeRevisions.number, 1)))
    .where(and(isNull(demandes.accountId), openedBy(guest)))
    .orderBy(desc(demandes.updatedAt), desc(demandes.id))
    .limit(2 * most);
  return rows.map(({ contactHash, answers, ...row }) => ({
    ...row,
    hash: row.number === null ? contactHashOf(applicantEmail(answers)) : contactHash,
  }));
}
