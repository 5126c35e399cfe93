import { lifetimeDays, lifetimeMinutes } from "@/lib/vocabulary/lifetimes";
import { tokenMinutes } from "@/lib/vocabulary/tokens";

/** The numbers of demandes (docs/numbers.md). */
export const demandeLimits = {
  /** Drafts that one person keeps at once. */
  drafts: 20,
  /** Demandes begun without account in a day from one address: a town hall has one, thirty people come there and some begin again. */
  startsAnAddress: 200,
  /** Days after which a draft in which nothing was written is erased, and days that any draft lasts after its last change. */
  untouchedDraftDays: lifetimeDays("empty_draft"),
  draftDays: lifetimeDays("draft"),
  noticeDays: lifetimeDays("draft_notice"),
  /** Days that a draft without account lasts after its last change, once it has files. */
  guestFilesDays: lifetimeDays("guest_files"),
  /** Days to bring what was promised on paper. */
  paperDays: 15,
  /** Days that the service keeps to read it before the day that it promised; of a shorter promise, half at most. */
  paperReadingDays: 3,
  /** How long the link of a récépissé lives. */
  followLinkDays: tokenMinutes.follow_up / (24 * 60),
  /** How long after the filing a mistyped address may be put right. */
  contactCorrectionMinutes: 24 * 60,
  /** How long a device that its user called their own keeps what a start or a link opened there. */
  guestDays: lifetimeDays("guest_device"),
  /** Any other device: after an hour without a page, and twelve hours at most, as for the sessions of accounts. */
  guestIdleMinutes: lifetimeMinutes.guest_idle,
  guestAbsoluteMinutes: 12 * 60,
} as const;

const dayInMinutes = 24 * 60;
export const daysToMinutes = (days: number): number => days * dayInMinutes;

/** Whose draft it is, and whether it has files: what its life depends on. */
export type DraftKind = { isGuest: boolean; hasFiles: boolean };

/** When a draft last changed at `updatedAt` is erased. */
export function eraseDay(updatedAt: Date, { isGuest, hasFiles }: DraftKind): Date {
  const days = isGuest && hasFiles ? demandeLimits.guestFilesDays : demandeLimits.draftDays;
  return new Date(updatedAt.getTime() + daysToMinutes(days) * 60_000);
}
