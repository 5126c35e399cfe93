import { eq } from "drizzle-orm";
import { accounts } from "@/db/schema/accounts";
import type { Citizen } from "@/lib/kernel/actor";
import { clock } from "@/lib/kernel/clock";
import { post } from "@/lib/letters/outbox/post";
import type { Work } from "@/lib/kernel/transact";
import { eraseDrafts } from "@/lib/demandes/commands/delete-draft";
import { detachDemandes } from "@/lib/demandes/access/detach-demandes";
import { lockDemande } from "@/lib/demandes/moves/lock-demande";
import { dropOpenRevision } from "@/lib/demandes/revision/open-revision";
import { withdraw } from "@/lib/demandes/moves/withdraw";
import { newId, type DemandeId, type MailId, type SessionId } from "@/lib/shared/ids";
import type { LockedAccount } from "./lock-account";
import { fateOf } from "../policy";
import type { Fate, Left } from "../types";
import { anonymiseDemandes, erasePersonal } from "./walk-personal";

/**
 * Empties a locked account and what hangs on it (T4, F7, F126), in the caller's transaction, and queues the last letter.
 * `chosen`: the demandes to withdraw. What cannot be decided is never waited for: it goes on without the account.
 */
export async function leaveAccount(work: Work, account: LockedAccount, chosen: ReadonlySet<DemandeId>): Promise<Left> {
  const { tx, record } = work;
  const by = (fate: Fate) => account.demandes.filter(({ id, status }) => fateOf(status, chosen.has(id)) === fate);
  const ids = (...fates: Fate[]) => fates.flatMap((fate) => by(fate).map(({ id }) => id));
  const left: Left = {
    finishing: by("finishes").map(({ number, demarcheTitle }) => ({ number: number ?? "", demarcheTitle })),
    withdrawn: by("withdrawn").length,
    erased: by("erased").length,
    anonymised: by("anonymised").length,
  };
  await withdrawEach(work, account, ids("withdrawn"));
  await detach(work, account, ids("finishes"));
  await anonymiseDemandes(work, ids("anonymised", "withdrawn"));
  await eraseDrafts(tx, ids("erased"));
  await record("demande.deleted", ids("erased"));
  await erasePersonal(tx, [account]);
  await tx.update(accounts).set({ status: "deleted", deletedAt: clock.now() }).where(eq(accounts.id, account.id));
  // Its row stays a year with the hash of the address, which must not lead to the account in the journal.
  const key = `account.deleted:${newId<MailId>()}`;
  const finishing = left.finishing.map(({ number, demarcheTitle }) => ({ number, demarche: demarcheTitle }));
  const facts = { finishing, withdrawn: left.withdrawn };
  await post(tx, "account.deleted", facts, { to: account.email, name: null, key });
  return left;
}

/** In the name of its owner: the link, or two years of silence, stands for the session. Nobody is told but by the last letter. */
async function withdrawEach(work: Work, { id: accountId }: LockedAccount, ids: readonly DemandeId[]): Promise<void> {
  const owner: Citizen = { kind: "citizen", accountId, sessionId: newId<SessionId>() };
  for (const id of ids) await withdraw(work, owner, await lockDemande(work.tx, owner, id));
}

/** Cuts the link with the account: from then on the demande is that of somebody without one, followed by /suivi. */
async function detach({ tx, record }: Work, account: LockedAccount, ids: readonly DemandeId[]): Promise<void> {
  if (ids.length === 0) return;
  const owner: Citizen = { kind: "citizen", accountId: account.id, sessionId: newId<SessionId>() };
  for (const id of ids) await dropOpenRevision(tx, await lockDemande(tx, owner, id));
  await detachDemandes(tx, account, ids);
  await record("demande.detached", ids);
}
