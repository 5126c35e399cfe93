import { formatDate } from "@/lib/shared/dates";
import { count } from "@/lib/shared/text";

/** Whether a démarche can be started, and how it is said (F88, X49). Pure. */

/** Days of the year between which a démarche is open, each year: « 09-01 » to « 01-31 ». */
export type Season = { opens: string; closes: string };

export type Availability = {
  /** Each year; in its place, `opensOn` and `closesOn` say when it is open once. */
  season: Season | null;
  opensOn: string | null;
  closesOn: string | null;
  quota: number | null;
  quotaUsed: number;
};

export type Unavailable = "not_open_yet" | "closed" | "quota_reached";
/** Why it cannot be started, or by this person, for what they have done already. */
export type Unavailability = Unavailable | "personal_quota_reached";

function datesOf({ season, opensOn, closesOn }: Availability, today: string) {
  return season ? nextSeason(season, today) : { opensOn, closesOn };
}

/** The season that runs on a civil day, or else the next one. « 09-01 » to « 01-31 » spans two years. */
export function nextSeason({ opens, closes }: Season, today: string): { opensOn: string; closesOn: string } {
  const year = Number(today.slice(0, 4));
  const first = [year - 1, year].find((candidate) => endOf({ opens, closes }, candidate) >= today) ?? year + 1;
  return { opensOn: `${first}-${opens}`, closesOn: endOf({ opens, closes }, first) };
}

/** The last day of the season that begins in a year. */
function endOf({ opens, closes }: Season, year: number): string {
  return `${closes < opens ? year + 1 : year}-${closes}`;
}

/** Why a démarche cannot be started on a civil day; null when it can. Its last day is included. */
export function whyUnavailable(availability: Availability, today: string): Unavailable | null {
  const { opensOn, closesOn } = datesOf(availability, today);
  const { quota, quotaUsed } = availability;
  if (opensOn !== null && today < opensOn) return "not_open_yet";
  if (closesOn !== null && today > closesOn) return "closed";
  return quota !== null && quotaUsed >= quota ? "quota_reached" : null;
}

/** What the person reads about the season: null when it is open all year. */
export function seasonSentence(availability: Availability, today: string): string | null {
  const { opensOn, closesOn } = datesOf(availability, today);
  if (opensOn !== null && today < opensOn) return `Cette démarche ouvrira le ${formatDate(opensOn)}.`;
  if (closesOn === null) return null;
  return today > closesOn
    ? `Cette démarche est fermée depuis le ${formatDate(closesOn)} au soir.`
    : `Cette démarche est ouverte jusqu’au ${formatDate(closesOn)} inclus.`;
}

/** Why a démarche is not to be begun, nor a draft of it filed, in the words of whoever is told. */
export const unavailableSentences = {
  not_open_yet: "Cette démarche n’est pas encore ouverte. Sa date d’ouverture est indiquée sur sa page.",
  closed: "Cette démarche est fermée\u00a0: la période pour la faire est terminée.",
  quota_reached:
    "Le nombre de demandes possibles est atteint pour cette démarche. Contactez le service pour connaître la suite.",
  personal_quota_reached: "Vous avez déjà fait autant de demandes que possible pour cette démarche.",
} as const satisfies Record<Unavailability, string>;

/** What remains of the quota, or null when there is none. */
export function quotaSentence({ quota, quotaUsed }: Availability): string | null {
  if (quota === null) return null;
  const left = Math.max(0, quota - quotaUsed);
  if (left === 0) return "Le quota est atteint : il n’est plus possible de faire de demande.";
  return left === 1
    ? `Il reste une seule demande possible sur ${quota}.`
    : `Il reste ${count(left, "demande possible", "demandes possibles")} sur ${quota}.`;
}

/** That there is a quota, where the page may be a minute old: how many are left is said by the démarche's own page alone. */
export function limitSentence({ quota }: Availability): string | null {
  return quota === null ? null : `Le nombre de demandes est limité à ${quota}.`;
}

/** « Une seule demande par personne. » */
export function personalQuotaSentence(quotaPerPerson: number | null): string | null {
  if (quotaPerPerson === null) return null;
  return quotaPerPerson === 1
    ? "Une seule demande par personne."
    : `${count(quotaPerPerson, "demande")} au plus par personne.`;
}

/** « 5 jours », « 2 mois » : whole months are said as months. */
export function delaySentence(days: number): string {
  return days >= 60 && days % 30 === 0 ? `${days / 30}\u00a0mois` : count(days, "jour");
}

/** Worth the front page: a season or a quota, and open on that day. */
export function isTopical(availability: Availability, today: string): boolean {
  const isLimited = availability.season !== null || availability.closesOn !== null || availability.quota !== null;
  return isLimited && whyUnavailable(availability, today) === null;
}
