import { and, eq, isNull } from "drizzle-orm";
import { demandeRevisions, demandes } from "@/db/schema/demandes";
import type { Actor } from "@/lib/kernel/actor";
import { database } from "@/lib/kernel/database";
import { isCrowded } from "@/lib/letters/outbox/mail-turn";
import { recipientHash } from "@/lib/kernel/recipient-hash";
import type { DemandeId } from "@/lib/shared/ids";
import { askedMailKinds } from "@/lib/vocabulary/mail-kinds";
import { applicantEmail } from "../draft/applicant";
import { ownedBy } from "../access/scope";

/**
 * The address that a draft of a person without account gives, as last saved, and whether so many demandes were filed with it
 * today that one more must prove it. Null when this actor has no such draft: it was filed meanwhile, or is somebody else's.
 */
export async function findFilingAddress(
  actor: Actor,
  demandeId: DemandeId,
): Promise<{ email: string | null; mustProve: boolean } | null> {
  const [draft] = await database()
    .select({ answers: demandeRevisions.answers })
    .from(demandes)
    .innerJoin(demandeRevisions, and(eq(demandeRevisions.demandeId, demandes.id), isNull(demandeRevisions.submittedAt)))
    .where(and(eq(demandes.id, demandeId), eq(demandes.status, "draft"), ownedBy(actor)))
    .limit(1);
  if (!draft) return null;
  const email = applicantEmail(draft.answers);
  return { email, mustProve: email !== null && (await isCrowded(recipientHash(email), askedMailKinds)) };
}
