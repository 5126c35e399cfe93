import { and, eq, inArray, isNull } from "drizzle-orm";
import { demandes } from "@/db/schema/demandes";
import { finaliseAccount, type OnProved } from "@/lib/accounts/commands/finalise-account";
import type { FinaliseAccount } from "@/lib/accounts/schema/citizen";
import type { InvitedIdentity } from "@/lib/accounts/types/account";
import { writeProfile } from "@/lib/accounts/profile/write-profile";
import type { Actor } from "@/lib/kernel/actor";
import type { Tx } from "@/lib/kernel/database";
import type { DemandeId } from "@/lib/shared/ids";
import { carriedFrom } from "../draft/carried";
import { joinTogether, lockTogether } from "../access/companions";
import { contactHashesOf } from "../access/contact-hash";
import { numberToJoin } from "../filing/invite-applicant";
import { submittedAnswersOf } from "../revision/open-revision";

/**
 * `finaliseAccount`, whose refusals it gives; and where the link came with a demande of this very address (F33), the demande joins
 * the account and its civility, address, telephones and preferred contact are kept there: one press, one transaction. The link proves the
 * mailbox; a demande whose address was put right since, or that joined another account, stays where it is.
 */
export async function openInvitedAccount(
  actor: Actor,
  input: FinaliseAccount,
  device: string,
  identity: InvitedIdentity | null = null,
) {
  return finaliseAccount(actor, input, device, identity, join);
}

const join: OnProved = async ({ tx, record }, { accountId, email, returnTo }) => {
  const demandeId = await findNumbered(tx, numberToJoin(returnTo));
  const others = demandeId ? await lockTogether(tx, demandeId) : [];
  const demande = demandeId ? await lockOfMailbox(tx, demandeId, email) : null;
  if (!demande) return null;
  const { civility, address, contact } = carriedFrom(await submittedAnswersOf(tx, demande.id, demande.revision));
  const known = Object.fromEntries(
    Object.entries({ civility, ...address, ...contact }).filter(([, value]) => value !== "" && value !== null),
  );
  await writeProfile(tx, accountId, known);
  await joinTogether({ tx, record }, demande, others, { accountId, proof: "invitation" });
  return `/espace/demandes/${demande.number ?? ""}/historique`;
};

/** Not locked yet: what was filed with it is locked first, in its order. */
async function findNumbered(tx: Tx, number: string | null): Promise<DemandeId | null> {
  if (number === null) return null;
  const [row] = await tx.select({ id: demandes.id }).from(demandes).where(eq(demandes.number, number)).limit(1);
  return row?.id ?? null;
}

async function lockOfMailbox(tx: Tx, demandeId: DemandeId, email: string) {
  const [row] = await tx
    .select({ id: demandes.id, number: demandes.number, status: demandes.status, revision: demandes.revision })
    .from(demandes)
    .where(
      and(
        eq(demandes.id, demandeId),
        isNull(demandes.accountId),
        isNull(demandes.anonymisedAt),
        inArray(demandes.contactHash, [...contactHashesOf(email)]),
      ),
    )
    .for("update");
  return row ?? null;
}
