import { and, eq, inArray, isNull } from "drizzle-orm";
import { demandeRevisions, demandes } from "@/db/schema/demandes";
import { readLateToken, readToken, type ReadToken } from "@/lib/accounts/access/tokens";
import type { Answers } from "@/lib/demarches/form";
import { database } from "@/lib/kernel/database";
import { carriedFrom, carriedRows } from "../draft/carried";
import { contactHashesOf } from "../access/contact-hash";
import { joinPath, numberToJoin } from "../filing/invite-applicant";

export type CarriedView = {
  number: string;
  firstName: string;
  lastName: string;
  rows: readonly { label: string; value: string }[];
};

/** What the demande that came with this link gives to the account; null when there is none, or it is not of the mailbox that the link proves. */
export async function findCarried(jeton: string): Promise<CarriedView | null> {
  const link = await readToken(jeton, "activation");
  if (link.state !== "valid") return null;
  const found = await findWithLink(link.token);
  if (!found) return null;
  const carried = carriedFrom(found.answers);
  const { firstName, lastName } = carried;
  return { number: found.number, firstName, lastName, rows: carriedRows(carried) };
}

/** The demande that came with a link opened too late, and where the next link must lead to carry it all the same. Null without one. */
export async function findLate(jeton: string): Promise<{ number: string; returnTo: string } | null> {
  const link = await readLateToken(jeton, "activation");
  const found = link && (await findWithLink(link));
  return found ? { number: found.number, returnTo: joinPath(found.number) } : null;
}

async function findWithLink({
  status,
  payload,
  email,
}: ReadToken): Promise<{ number: string; answers: Answers } | null> {
  const number = status === "invited" ? numberToJoin(payload) : null;
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
        inArray(demandes.contactHash, [...contactHashesOf(email)]),
      ),
    )
    .limit(1);
  return row ? { number, answers: row.answers } : null;
}
