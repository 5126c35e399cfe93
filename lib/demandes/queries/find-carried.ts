import { and, eq, inArray, isNull } from "drizzle-orm";
import { demandeRevisions, demandes } from "@/db/schema/demandes";
import { readToken } from "@/lib/accounts/tokens";
import { database } from "@/lib/kernel/database";
import { carriedFrom, carriedRows } from "../carried";
import { contactHashesOf } from "../contact";
import { numberToJoin } from "../invite-applicant";

export type CarriedView = {
  number: string;
  firstName: string;
  lastName: string;
  rows: readonly { label: string; value: string }[];
};

/** What the demande that came with this link gives to the account; null when there is none, or it is not of the mailbox that the link proves. */
export async function findCarried(jeton: string): Promise<CarriedView | null> {
  const link = await readToken(jeton, "activation");
  if (link.state !== "valid" || link.token.status !== "invited") return null;
  const number = numberToJoin(link.token.payload);
  if (number === null) return null;
  const [row] = await database()
    .select({ answers: demandeRevisions.answers })
    .from(demandes)
    .innerJoin(
      demandeRevisions,
      and(eq(demandeRevisions.demandeId, demandes.id), eq(demandeRevisions.number, demandes.revision)),
    )
    .where(
      and(
        eq(demandes.number, number),
        isNull(demandes.accountId),
        isNull(demandes.anonymisedAt),
        inArray(demandes.contactHash, [...contactHashesOf(link.token.email)]),
      ),
    )
    .limit(1);
  if (!row) return null;
  const carried = carriedFrom(row.answers);
  return { number, firstName: carried.firstName, lastName: carried.lastName, rows: carriedRows(carried) };
}
