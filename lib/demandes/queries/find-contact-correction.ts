import { and, eq } from "drizzle-orm";
import { demandes } from "@/db/schema/demandes";
import type { Actor } from "@/lib/kernel/actor";
import { database } from "@/lib/kernel/database";
import type { DemandeId } from "@/lib/shared/ids";
import { findContact } from "../access/applicant-contact";
import { whyContactStands } from "../access/contact-correction";
import { ownedBy } from "../access/scope";
import type { ContactView } from "../types/demande";

/** The address that a demande filed without account was given, for who filed it; null for anybody else, and with an account. */
export async function findContactCorrection(actor: Actor, demandeId: DemandeId): Promise<ContactView | null> {
  if (actor.kind !== "anonymous") return null;
  const [row] = await database()
    .select({
      id: demandes.id,
      status: demandes.status,
      accountId: demandes.accountId,
      submittedAt: demandes.submittedAt,
      contactCorrectedAt: demandes.contactCorrectedAt,
    })
    .from(demandes)
    .where(and(eq(demandes.id, demandeId), ownedBy(actor)))
    .limit(1);
  if (!row?.submittedAt || row.accountId !== null) return null;
  const contact = await findContact(database(), demandeId);
  if (!contact) return null;
  return { email: contact.email, canCorrect: (await whyContactStands(database(), row)) === null };
}
