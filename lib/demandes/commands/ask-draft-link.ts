import { and, eq, isNull, sql } from "drizzle-orm";
import { attachments, demandeRevisions, demandes } from "@/db/schema/demandes";
import { demarches } from "@/db/schema/demarches";
import type { Actor } from "@/lib/kernel/actor";
import { clock } from "@/lib/kernel/clock";
import type { Tx } from "@/lib/kernel/database";
import { mayMail } from "@/lib/kernel/mail-limits";
import { queueMail } from "@/lib/kernel/outbox";
import { transact } from "@/lib/kernel/transact";
import { formatDate } from "@/lib/shared/dates";
import { greetingOf, noReply, type MailContent } from "@/lib/shared/mail-content";
import { done, type Result } from "@/lib/shared/result";
import { tokenMinutes } from "@/lib/vocabulary/tokens";
import { applicantEmail } from "../applicant";
import { contactHashOf } from "../contact";
import { newFollowLink } from "../follow-link";
import { eraseDay } from "../limits";
import type { AskDraftLink } from "../schema";

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
    const content = letter(draft, await newFollowLink(tx, draft.id));
    await queueMail(tx, { to: email, kind: "demande.follow", accountId: null, key, content });
    await record("demande.follow_link_asked", draft.id);
    return done(null);
  });
}

async function findDraft(tx: Tx, demandeId: AskDraftLink["demandeId"]) {
  const [row] = await tx
    .select({
      id: demandes.id,
      updatedAt: demandes.updatedAt,
      title: demarches.title,
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

function letter({ title, ...kept }: Found, path: string): MailContent {
  return {
    subject: "Reprendre votre brouillon",
    greeting: greetingOf(null),
    paragraphs: [
      `Vous avez commencé sans compte la démarche « ${title} ». Rien n’a encore été envoyé au service.`,
      `Ce lien rouvre votre brouillon, sur l’appareil de votre choix. Il sert une fois et reste valable jusqu’au ${formatDate(lastDay(kept))}.`,
    ],
    action: { label: "Reprendre mon brouillon", path },
    closing: ["Si vous n’avez rien commencé, ignorez ce courriel.", noReply],
  };
}

/** The link lives its time, and not longer than the draft. */
function lastDay({ updatedAt, hasFiles }: Pick<Found, "updatedAt" | "hasFiles">): Date {
  const end = clock.inMinutes(tokenMinutes.follow_up);
  const erased = eraseDay(updatedAt, { isGuest: true, hasFiles });
  return erased < end ? erased : end;
}
