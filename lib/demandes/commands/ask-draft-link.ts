import { and, eq, isNull, sql } from "drizzle-orm";
import { attachments, demandeRevisions, demandes } from "@/db/schema/demandes";
import { demarches } from "@/db/schema/demarches";
import type { Actor } from "@/lib/kernel/actor";
import { clock } from "@/lib/kernel/clock";
import type { Tx } from "@/lib/kernel/database";
import { mayMail } from "@/lib/letters/outbox/mail-limits";
import { post } from "@/lib/letters/outbox/post";
import { transact } from "@/lib/kernel/transact";
import { done, type Result } from "@/lib/shared/result";
import { tokenMinutes } from "@/lib/vocabulary/tokens";
import { aboutDemande } from "../moves/announce";
import { applicantEmail } from "../draft/applicant";
import { contactHashOf } from "../access/contact-hash";
import { newFollowLink } from "../access/follow-link";
import { eraseDay } from "../rules/limits";
import type { AskDraftLink } from "../schema/citizen";

/**
 * Sends the link that opens a draft begun without account, on another device or once it is closed here, to the address that was
 * typed in it. The answer never tells whether the draft is there, whether the address is its own, nor whether a limit was reached.
 */
export async function askDraftLink(actor: Actor, { demandeId, email }: AskDraftLink): Promise<Result<null, never>> {
  const isMailAllowed = await mayMail(email, "anyone");
  return transact(actor, async ({ tx, record, unrecorded }) => {
    const draft = await findDraft(tx, demandeId);
    const isItsAddress = draft !== null && contactHashOf(applicantEmail(draft.answers)) === contactHashOf(email);
    if (!draft || !isItsAddress || !isMailAllowed) {
      unrecorded("nothing to send");
      return done(null);
    }
    const key = `demande:${draft.id}:draft:${clock.now().getTime()}`;
    const about = aboutDemande(draft, await newFollowLink(tx, draft.id));
    const facts = { ...about, until: lastDay(draft) };
    await post(tx, "demande.draft_link", facts, { to: email, name: null, accountId: null, key });
    await record("demande.follow_link_asked", draft.id);
    return done(null);
  });
}

async function findDraft(tx: Tx, demandeId: AskDraftLink["demandeId"]) {
  const [row] = await tx
    .select({
      id: demandes.id,
      updatedAt: demandes.updatedAt,
      number: demandes.number,
      demarcheId: demandes.demarcheId,
      demarche: { title: demarches.title },
      answers: demandeRevisions.answers,
      hasFiles: sql<boolean>`exists (select 1 from ${attachments} where ${attachments.demandeId} = ${demandes.id})`,
    })
    .from(demandes)
    .innerJoin(demarches, eq(demarches.id, demandes.demarcheId))
    .innerJoin(demandeRevisions, and(eq(demandeRevisions.demandeId, demandes.id), eq(demandeRevisions.number, 1)))
    .where(and(eq(demandes.id, demandeId), eq(demandes.status, "draft"), isNull(demandes.accountId)))
    .for("update", { of: demandes });
  return row ?? null;
}

type Found = NonNullable<Awaited<ReturnType<typeof findDraft>>>;

/** The link lives its time, and not longer than the draft. */
function lastDay({ updatedAt, hasFiles }: Pick<Found, "updatedAt" | "hasFiles">): Date {
  const end = clock.inMinutes(tokenMinutes.follow_up);
  const erased = eraseDay(updatedAt, { isGuest: true, hasFiles });
  return erased < end ? erased : end;
}
