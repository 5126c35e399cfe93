import { desc, eq } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { accountRecoveries, accounts } from "@/db/schema/accounts";
import { agents } from "@/db/schema/staff";
import type { Actor, Staff } from "@/lib/kernel/actor";
import { clock } from "@/lib/kernel/clock";
import { unseal } from "@/lib/kernel/crypto";
import type { Tx } from "@/lib/kernel/database";
import { NotFound } from "@/lib/kernel/errors";
import { isStaff } from "@/lib/kernel/staff";
import { transact } from "@/lib/kernel/transact";
import { isId, type AccountId } from "@/lib/shared/ids";
import { done } from "@/lib/shared/result";
import { fullName } from "@/lib/shared/text";
import { heldChanges, heldVersion } from "../profile/held-changes";
import { showPhone } from "@/lib/shared/phone";
import * as policy from "../policy";
import { profileColumns } from "../profile/profile-columns";
import { confirmProblem } from "../recovery/second-pair-of-eyes";
import type { AccountForAgent, RecoveryState, RecoveryView } from "../types/agent";

/**
 * Opens the sheet of an account, and writes in the journal that it was read. Identity, contact, states and dates: the pieces, the
 * relations and the answers of the person stay theirs. Throws NotFound to whoever is no agent, and for an account erased.
 */
export async function readAccount(actor: Actor, accountId: string): Promise<AccountForAgent> {
  const opened = await transact<AccountForAgent, never>(actor, async ({ tx, record }) => {
    const sheet = await findSheet(tx, actor, accountId);
    await record("account.read", sheet.id);
    return done(sheet);
  });
  if (!opened.ok) throw new NotFound();
  return opened.value;
}

async function findSheet(tx: Tx, actor: Actor, accountId: string): Promise<AccountForAgent> {
  if (!isStaff(actor) || !isId(accountId)) throw new NotFound();
  const [row] = await tx
    .select(columns)
    .from(accounts)
    .where(eq(accounts.id, accountId as AccountId))
    .limit(1);
  if (!row?.email) throw new NotFound();
  const { pendingProfile, firstName, lastName, addressLine, addressExtra, postalCode, commune, ...facts } = row;
  const judged = { ...facts, hasPendingChanges: pendingProfile !== null };
  if (!policy.canRead(actor, judged)) throw new NotFound();
  const recoveries = await listRecoveries(tx, actor, { ...judged, id: row.id });
  return {
    ...judged,
    email: row.email,
    phone: row.phone && showPhone(row.phone),
    mobile: row.mobile && showPhone(row.mobile),
    name: fullName({ firstName, lastName }),
    address: [addressLine, addressExtra, `${postalCode ?? ""} ${commune ?? ""}`.trim()].filter(
      (line) => line !== null && line !== "",
    ) as string[],
    changes: heldChanges(row, pendingProfile),
    changesVersion: heldVersion(pendingProfile),
    hasOpenRecovery: recoveries.some(isOpen),
    recoveries,
    can: permissions(actor, judged),
  };
}

const columns = {
  id: accounts.id,
  status: accounts.status,
  validation: accounts.validation,
  validationReason: accounts.validationReason,
  pendingProfile: accounts.pendingProfile,
  ...profileColumns,
  suspendedAt: accounts.suspendedAt,
  suspensionReason: accounts.suspensionReason,
  frozenAt: accounts.frozenAt,
  createdAt: accounts.createdAt,
  activatedAt: accounts.activatedAt,
  lastSeenAt: accounts.lastSeenAt,
};

function permissions(actor: Actor, account: policy.JudgedAccount): AccountForAgent["can"] {
  return {
    validate: policy.canValidate(actor, account),
    refuseValidation: policy.canRefuseValidation(actor, account),
    decideChanges: policy.canDecideChanges(actor, account),
    suspend: policy.canSuspend(actor, account),
    reinstate: policy.canReinstate(actor, account),
    askRecovery: policy.canAskRecovery(actor, account, "lost"),
    askHeld: policy.canAskRecovery(actor, account, "held"),
    askReopening: policy.canAskRecovery(actor, account, "reopening"),
    seeJournal: actor.kind === "admin",
  };
}

const isOpen = ({ state }: { state: RecoveryState }) => state === "asked" || state === "waiting";

type Judged = policy.JudgedAccount & { id: AccountId };

/** The last five, the newest first. Only the one that is open is unsealed. */
async function listRecoveries(tx: Tx, actor: Staff, account: Judged): Promise<RecoveryView[]> {
  const [asker, decider] = [alias(agents, "asker"), alias(agents, "decider")];
  const rows = await tx
    .select({
      id: accountRecoveries.id,
      kind: accountRecoveries.kind,
      state: accountRecoveries.state,
      newEmail: accountRecoveries.newEmail,
      proof: accountRecoveries.proof,
      askerId: accountRecoveries.askedBy,
      askedBy: asker.name,
      askedAt: accountRecoveries.askedAt,
      decidedBy: decider.name,
      decidedAt: accountRecoveries.decidedAt,
      effectiveAt: accountRecoveries.effectiveAt,
      undoneAt: accountRecoveries.undoneAt,
    })
    .from(accountRecoveries)
    .innerJoin(asker, eq(asker.id, accountRecoveries.askedBy))
    .leftJoin(decider, eq(decider.id, accountRecoveries.decidedBy))
    .where(eq(accountRecoveries.accountId, account.id))
    .orderBy(desc(accountRecoveries.askedAt))
    .limit(5);
  // One at most is asked at a time.
  const asked = rows.find(({ state }) => state === "asked");
  const problem = asked ? await confirmProblem(tx, actor, account, { ...asked, askedBy: asked.askerId }) : null;
  return rows.map(({ askerId, newEmail, proof, ...row }) => {
    const isAsked = row.state === "asked";
    return {
      ...row,
      newEmail: isOpen(row) ? unseal("recovery", newEmail) : null,
      proof: isOpen(row) ? unseal("recovery", proof) : null,
      confirmableFrom: policy.confirmableFrom(row),
      isConfirmable: policy.isConfirmable(row, clock.now()),
      problem: isAsked ? problem : null,
      can: {
        confirm: isAsked && problem === null,
        refuse: policy.canRefuseRecovery(actor, { ...row, askedBy: askerId }),
      },
    };
  });
}
