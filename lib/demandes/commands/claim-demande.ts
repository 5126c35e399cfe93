import { and, eq } from "drizzle-orm";
import { demandeRevisions, demandes } from "@/db/schema/demandes";
import { demarches } from "@/db/schema/demarches";
import type { Actor, Citizen } from "@/lib/kernel/actor";
import { clock } from "@/lib/kernel/clock";
import type { Tx } from "@/lib/kernel/database";
import { NotFound } from "@/lib/kernel/errors";
import { post } from "@/lib/letters/outbox/post";
import { transact } from "@/lib/kernel/transact";
import type { DemandeId } from "@/lib/shared/ids";
import { done, type Result } from "@/lib/shared/result";
import type { DeadLink } from "@/lib/vocabulary/tokens";
import { aboutDemande } from "../moves/announce";
import { applicantEmail } from "../draft/applicant";
import { findContact, provedAddress } from "../access/applicant-contact";
import { joinTogether, lockTogether } from "../access/companions";
import { contactHashesOf, contactHashOf } from "../access/contact-hash";
import { newFollowLink } from "../access/follow-link";
import { canClaim } from "../policy";
import type { ClaimDemande } from "../schema/citizen";
import { useFollowLink } from "./open-follow-link";

/**
 * F95: attaches to the account of the actor what was begun or filed without one. The browser proves nothing, somebody else
 * may sit at it: the account has the very address of the demande, or its holder opens the link of its letter (`jeton`).
 * What was filed with it at the same address joins with it. Whoever filed it is told by letter, and keeps following it by the links of their letters. Throws NotFound without proof.
 */
export async function claimDemande(
  actor: Actor,
  { demandeId, jeton }: ClaimDemande,
): Promise<Result<{ demandeId: DemandeId; number: string | null }, DeadLink>> {
  return transact(actor, async ({ tx, record }) => {
    if (actor.kind !== "citizen") throw new NotFound();
    const others = await lockTogether(tx, demandeId);
    const demande = await lockUnclaimed(tx, demandeId);
    const used = jeton === undefined ? null : await useFollowLink(tx, jeton);
    if (used && !used.ok) return used;
    const isProved = used ? used.value.demandeId === demandeId : await hasItsAddress(tx, actor, demande);
    if (!canClaim(actor, demande, isProved)) throw new NotFound();

    const { accountId } = actor;
    await joinTogether({ tx, record }, demande, others, { accountId, proof: used ? "link" : "address" });
    if (demande.status !== "draft") await tellApplicant(tx, demande);
    return done({ demandeId, number: demande.number });
  });
}

async function lockUnclaimed(tx: Tx, demandeId: DemandeId) {
  const [row] = await tx
    .select({
      id: demandes.id,
      number: demandes.number,
      status: demandes.status,
      accountId: demandes.accountId,
      contactHash: demandes.contactHash,
      anonymisedAt: demandes.anonymisedAt,
      demarcheId: demandes.demarcheId,
      demarche: { title: demarches.title },
    })
    .from(demandes)
    .innerJoin(demarches, eq(demarches.id, demandes.demarcheId))
    .where(eq(demandes.id, demandeId))
    .for("update", { of: demandes });
  if (!row) throw new NotFound();
  return row;
}

type Unclaimed = Awaited<ReturnType<typeof lockUnclaimed>>;

/** The address of a filed demande, or the one that a draft has for now. */
async function hasItsAddress(tx: Tx, { accountId }: Citizen, { id, status, contactHash }: Unclaimed): Promise<boolean> {
  const hash = status === "draft" ? contactHashOf(await draftAddress(tx, id)) : contactHash;
  return hash !== null && contactHashesOf(await provedAddress(tx, accountId)).includes(hash);
}

async function draftAddress(tx: Tx, demandeId: DemandeId): Promise<string | null> {
  const [draft] = await tx
    .select({ answers: demandeRevisions.answers })
    .from(demandeRevisions)
    .where(and(eq(demandeRevisions.demandeId, demandeId), eq(demandeRevisions.number, 1)))
    .limit(1);
  return draft ? applicantEmail(draft.answers) : null;
}

/** To the address of the demande, whoever has the account: an applicant who did nothing must learn it. */
async function tellApplicant(tx: Tx, demande: Unclaimed): Promise<void> {
  const contact = await findContact(tx, demande.id);
  if (!contact) return;
  const key = `demande:${demande.id}:claimed:${clock.now().getTime()}`;
  const about = aboutDemande(demande, await newFollowLink(tx, demande.id));
  await post(tx, "demande.claimed", about, { to: contact.email, name: null, accountId: null, key });
}
