import { and, desc, eq, gt, isNotNull, isNull } from "drizzle-orm";
import { accounts } from "@/db/schema/accounts";
import { demandeGuests, demandeRevisions, demandes } from "@/db/schema/demandes";
import { demarches, demarcheVersions } from "@/db/schema/demarches";
import type { Actor, Anonymous, Citizen } from "@/lib/kernel/actor";
import { addAmount } from "@/lib/kernel/amounts";
import { clock } from "@/lib/kernel/clock";
import { fingerprint, newWrappedKey } from "@/lib/kernel/crypto";
import type { Tx } from "@/lib/kernel/database";
import { Invariant, NotFound } from "@/lib/kernel/errors";
import { transact } from "@/lib/kernel/transact";
import type { Answers } from "@/lib/demarches/form";
import { getVersion } from "@/lib/demarches/queries/get-version";
import { offeredChannels } from "@/lib/demarches/sections";
import { whyUnavailable, type Unavailable } from "@/lib/demarches/status";
import { isoDay } from "@/lib/shared/dates";
import { newId, type AccountId, type DemandeId, type DemarcheVersionId } from "@/lib/shared/ids";
import { done, refuse, type Result } from "@/lib/shared/result";
import { prefill } from "../draft/applicant";
import { openOnDevice } from "../access/guest-access";
import { demandeLimits } from "../rules/limits";
import { countFiled } from "../moves/quota";
import type { StartDemande } from "../schema/citizen";

export type StartRefusal =
  Unavailable | "account_required" | "personal_quota_reached" | "too_many_drafts" | "address_full";

/**
 * Begins a demande: a draft with its first open revision, prefilled from the account. Several drafts of one démarche are
 * allowed. A person without account must have a guest key, which opens the draft again: until the browser closes, or longer on
 * a device that they call their own. `address`: the key of the address that asks (lib/web/route/client-address.ts), which without account
 * begins so many a day (`startsAnAddress`): a new cookie opens nothing.
 */
export async function startDemande(
  actor: Actor,
  input: StartDemande,
  address?: string,
): Promise<Result<{ demandeId: DemandeId }, StartRefusal>> {
  return transact(actor, async ({ tx, record }) => {
    if (actor.kind !== "citizen" && actor.kind !== "anonymous") throw new NotFound();
    const demarche = await findPublished(tx, input.slug);
    const refusal = await whyNot(tx, actor, demarche);
    if (refusal) return refuse(refusal);
    if (actor.kind === "anonymous" && !(await countStart(tx, address))) return refuse("address_full");

    const demandeId = await insertDraft(tx, actor, demarche);
    if (actor.kind === "anonymous")
      await openOnDevice(tx, {
        demandeId,
        guest: guestOf(actor),
        isOwnDevice: input.isOwnDevice === true,
        byLink: false,
      });
    await record("demande.started", demandeId, { demarche: input.slug });
    return done({ demandeId });
  });
}

async function findPublished(tx: Tx, slug: string) {
  const [row] = await tx
    .select({
      id: demarches.id,
      serviceId: demarches.serviceId,
      access: demarches.access,
      season: demarches.season,
      opensOn: demarches.opensOn,
      closesOn: demarches.closesOn,
      quota: demarches.quota,
      quotaUsed: demarches.quotaUsed,
      quotaPerPerson: demarches.quotaPerPerson,
      versionId: demarcheVersions.id,
    })
    .from(demarches)
    .innerJoin(demarcheVersions, eq(demarcheVersions.demarcheId, demarches.id))
    .where(and(eq(demarches.slug, slug), eq(demarches.isPublished, true), isNotNull(demarcheVersions.publishedAt)))
    .orderBy(desc(demarcheVersions.number))
    .limit(1);
  if (!row) throw new NotFound();
  return row;
}

type Published = Awaited<ReturnType<typeof findPublished>>;

async function whyNot(tx: Tx, actor: Citizen | Anonymous, demarche: Published): Promise<StartRefusal | null> {
  if (demarche.access === "account" && actor.kind !== "citizen") return "account_required";
  const unavailable = whyUnavailable(demarche, isoDay(clock.now()));
  if (unavailable) return unavailable;
  if (await hasUsedPersonalQuota(tx, actor, demarche)) return "personal_quota_reached";
  return (await hasTooManyDrafts(tx, actor)) ? "too_many_drafts" : null;
}

/** Counted last: what is refused for another reason begins nothing. */
async function countStart(tx: Tx, address = "unknown"): Promise<boolean> {
  const key = `started:${fingerprint("started", address)}`;
  return addAmount({ key, most: demandeLimits.startsAnAddress, windowSeconds: 24 * 3600 }, 1, tx);
}

async function hasUsedPersonalQuota(tx: Tx, actor: Citizen | Anonymous, demarche: Published): Promise<boolean> {
  if (demarche.quotaPerPerson === null || actor.kind !== "citizen") return false;
  const person = { accountId: actor.accountId, contactHashes: [] };
  return (await countFiled(tx, demarche.id, person, demarche.quotaPerPerson)) >= demarche.quotaPerPerson;
}

async function hasTooManyDrafts(tx: Tx, actor: Citizen | Anonymous): Promise<boolean> {
  const draft = eq(demandes.status, "draft");
  const found =
    actor.kind === "citizen"
      ? await tx
          .select({ id: demandes.id })
          .from(demandes)
          .where(and(draft, eq(demandes.accountId, actor.accountId)))
          .limit(demandeLimits.drafts)
      : await tx
          .select({ id: demandes.id })
          .from(demandeGuests)
          .innerJoin(demandes, eq(demandes.id, demandeGuests.demandeId))
          .where(
            and(
              eq(demandeGuests.guestHash, guestOf(actor)),
              gt(demandeGuests.expiresAt, clock.now()),
              draft,
              isNull(demandes.accountId),
            ),
          )
          .limit(demandeLimits.drafts);
  return found.length >= demandeLimits.drafts;
}

async function insertDraft(
  tx: Tx,
  actor: Citizen | Anonymous,
  { id: demarcheId, serviceId, versionId }: Published,
): Promise<DemandeId> {
  const demandeId = newId<DemandeId>();
  const now = clock.now();
  const accountId = actor.kind === "citizen" ? actor.accountId : null;
  const stamps = { createdAt: now, updatedAt: now };
  await tx.insert(demandes).values({
    id: demandeId,
    demarcheId,
    versionId,
    serviceId,
    status: "draft",
    accountId,
    fileKey: newWrappedKey("demande"),
    ...stamps,
  });
  const answers = accountId ? await prefilled(tx, accountId, versionId) : {};
  await tx.insert(demandeRevisions).values({ demandeId, number: 1, answers, ...stamps });
  return demandeId;
}

async function prefilled(tx: Tx, accountId: AccountId, versionId: DemarcheVersionId): Promise<Answers> {
  const [profile] = await tx
    .select({
      civility: accounts.civility,
      firstName: accounts.firstName,
      lastName: accounts.lastName,
      email: accounts.email,
      phone: accounts.phone,
      mobile: accounts.mobile,
      addressLine: accounts.addressLine,
      addressExtra: accounts.addressExtra,
      postalCode: accounts.postalCode,
      commune: accounts.commune,
      preferredContact: accounts.preferredContact,
    })
    .from(accounts)
    .where(eq(accounts.id, accountId))
    .limit(1);
  if (!profile) throw new NotFound();
  const { definition } = await getVersion(versionId, tx);
  return prefill(profile, offeredChannels(definition.applicant));
}

function guestOf(actor: Anonymous) {
  if (!actor.guest) throw new Invariant("a visitor without account starts a demande with a guest key");
  return actor.guest;
}
