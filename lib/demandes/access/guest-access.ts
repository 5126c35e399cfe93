import { and, eq, gt, inArray, isNull, notExists, sql } from "drizzle-orm";
import { demandeGuests, demandeRevisions, demandes, demandeTokens, guestKeys } from "@/db/schema/demandes";
import { clock } from "@/lib/kernel/clock";
import type { Tx } from "@/lib/kernel/database";
import type { Work } from "@/lib/kernel/transact";
import type { DemandeId, GuestHash } from "@/lib/shared/ids";
import { applicantEmail } from "../draft/applicant";
import { eraseDrafts } from "../commands/delete-draft";
import { daysToMinutes, demandeLimits } from "../rules/limits";

type Opening = {
  demandeId: DemandeId;
  guest: GuestHash;
  /** « Cet appareil est à moi ». It keeps this demande alone: what another person opened here before ends as it would have. */
  isOwnDevice: boolean;
  /** Opened by the link of a letter. */
  byLink: boolean;
};

/** How long a key lasts from now on: with `isOwnDevice` in days, else in hours. */
export function keyEnd(isOwnDevice: boolean): Date {
  return clock.inMinutes(isOwnDevice ? daysToMinutes(demandeLimits.guestDays) : demandeLimits.guestAbsoluteMinutes);
}

/** When a key that nobody uses ends. Never after its absolute end; one that is kept has no idle end. */
export function idleEnd(isKept: boolean, expiresAt: Date): Date {
  if (isKept) return expiresAt;
  return new Date(Math.min(clock.inMinutes(demandeLimits.guestIdleMinutes).getTime(), expiresAt.getTime()));
}

/** Lets a guest key open a demande, in the caller's transaction. Opening again never shortens what was given. */
export async function openOnDevice(tx: Tx, { demandeId, guest, isOwnDevice, byLink }: Opening): Promise<void> {
  const expiresAt = keyEnd(isOwnDevice);
  const latest = sql`greatest(${demandeGuests.expiresAt}, excluded.expires_at)`;
  await tx
    .insert(demandeGuests)
    .values({ demandeId, guestHash: guest, byLink, createdAt: clock.now(), expiresAt })
    .onConflictDoUpdate({
      target: [demandeGuests.demandeId, demandeGuests.guestHash],
      set: { expiresAt: latest, byLink: sql`${demandeGuests.byLink} or excluded.by_link` },
    });
  await prolongKey(tx, guest, isOwnDevice);
}

async function prolongKey(tx: Tx, guest: GuestHash, isOwnDevice: boolean): Promise<void> {
  const [key] = await tx
    .select({ isKept: guestKeys.isKept, expiresAt: guestKeys.expiresAt })
    .from(guestKeys)
    .where(eq(guestKeys.hash, guest))
    .for("update");
  if (!key) return;
  const isKept = key.isKept || isOwnDevice;
  const end = keyEnd(isOwnDevice);
  const expiresAt = end > key.expiresAt ? end : key.expiresAt;
  await tx
    .update(guestKeys)
    .set({ isKept, lastSeenAt: clock.now(), idleExpiresAt: idleEnd(isKept, expiresAt), expiresAt })
    .where(eq(guestKeys.hash, guest));
}

/** What becomes of the drafts that only this key opened: erased, or kept where a letter can still open them. */
export type DraftsLeft = "erased" | "kept_with_address";

/**
 * Ends guest keys: what they opened stays with the town, and the links of its letters open it again. Drafts that nothing
 * could open any more go. Returns the demandes that were opened, and which of them were erased.
 */
export async function closeKeys(work: Work, keys: readonly GuestHash[], drafts: DraftsLeft) {
  const { tx, record } = work;
  const opened = await tx
    .delete(demandeGuests)
    .where(inArray(demandeGuests.guestHash, [...keys]))
    .returning({ id: demandeGuests.demandeId });
  await tx.delete(guestKeys).where(inArray(guestKeys.hash, [...keys]));
  const ids = [...new Set(opened.map(({ id }) => id))];
  const erased = await outOfReach(tx, ids, drafts);
  await eraseDrafts(tx, erased);
  await record("demande.deleted", erased, { isOutOfReach: true });
  return { closed: ids.filter((id) => !erased.includes(id)), erased };
}

/** Drafts without account, locked, that no other key and no link opens. */
async function outOfReach(tx: Tx, ids: readonly DemandeId[], drafts: DraftsLeft): Promise<DemandeId[]> {
  if (ids.length === 0) return [];
  const now = clock.now();
  const one = { one: sql`1` };
  const key = tx
    .select(one)
    .from(demandeGuests)
    .where(and(eq(demandeGuests.demandeId, demandes.id), gt(demandeGuests.expiresAt, now)));
  const link = tx
    .select(one)
    .from(demandeTokens)
    .where(
      and(eq(demandeTokens.demandeId, demandes.id), isNull(demandeTokens.consumedAt), gt(demandeTokens.expiresAt, now)),
    );
  const rows = await tx
    .select({ id: demandes.id, answers: demandeRevisions.answers })
    .from(demandes)
    .innerJoin(demandeRevisions, and(eq(demandeRevisions.demandeId, demandes.id), eq(demandeRevisions.number, 1)))
    .where(
      and(
        inArray(demandes.id, [...ids]),
        eq(demandes.status, "draft"),
        isNull(demandes.accountId),
        notExists(key),
        notExists(link),
      ),
    )
    .orderBy(demandes.id)
    .for("update", { of: demandes });
  return rows.filter(({ answers }) => drafts === "erased" || applicantEmail(answers) === null).map(({ id }) => id);
}
