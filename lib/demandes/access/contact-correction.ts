import { and, eq, isNotNull } from "drizzle-orm";
import { demandeTokens } from "@/db/schema/demandes";
import { clock } from "@/lib/kernel/clock";
import type { Reader } from "@/lib/kernel/database";
import type { DemandeId } from "@/lib/shared/ids";
import type { DemandeStatus } from "@/lib/vocabulary/demande-status";
import { demandeLimits } from "../rules/limits";
import { hasOpenRevision } from "../revision/open-revision";

/** « opened »: somebody reads the mail of that address. « changing »: the form is open, where the address is changed. */
export type ContactStands = "already_corrected" | "opened" | "changing" | "not_editable" | "too_late";

type Filed = { id: DemandeId; status: DemandeStatus; submittedAt: Date | null; contactCorrectedAt: Date | null };

/** Why the address of a filed demande is no longer to be corrected by who filed it; null while it is. */
export async function whyContactStands(reader: Reader, demande: Filed): Promise<ContactStands | null> {
  if (demande.contactCorrectedAt) return "already_corrected";
  if (demande.status !== "pending" || !demande.submittedAt) return "not_editable";
  const since = clock.now().getTime() - demande.submittedAt.getTime();
  if (since > demandeLimits.contactCorrectionMinutes * 60_000) return "too_late";
  if (await wasOpened(reader, demande.id)) return "opened";
  return (await hasOpenRevision(reader, demande.id)) ? "changing" : null;
}

async function wasOpened(reader: Reader, demandeId: DemandeId): Promise<boolean> {
  const rows = await reader
    .select({ id: demandeTokens.id })
    .from(demandeTokens)
    .where(
      and(
        eq(demandeTokens.demandeId, demandeId),
        eq(demandeTokens.purpose, "follow_up"),
        isNotNull(demandeTokens.consumedAt),
      ),
    )
    .limit(1);
  return rows.length > 0;
}
