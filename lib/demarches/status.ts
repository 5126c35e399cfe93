import { formatDate } from "@/lib/shared/dates";
import { count } from "@/lib/shared/text";

/** Whether a démarche can be started, and how it is said (F88, X49). Pure. */

export type Availability = {
  opensOn: string | null;
  closesOn: string | null;
  quota: number | null;
  quotaUsed: number;
};

export type Unavailable = "not_open_yet" | "closed" | "quota_reached";
/** Why it cannot be started, or by this person, for what they have done already. */
export type Unavailability = Unavailable | "personal_quota_reached";

/** Why a démarche cannot be started on a civil day; null when it can. Its last day is included. */
export function whyUnavailable(
  { opensOn, closesOn, quota, quotaUsed }: Availability,
  today: string,
): Unavailable | null {
  if (opensOn !== null && today < opensOn) return "not_open_yet";
  if (closesOn !== null && today > closesOn) return "closed";
  return quota !== null && quotaUsed >= quota ? "quota_reached" : null;
}

/** What the person reads about the season: null when it is open all year. */
export function seasonSentence({ opensOn, closesOn }: Availability, today: string): string | null {
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
  const isLimited = availability.closesOn !== null || availability.quota !== null;
  return isLimited && whyUnavailable(availability, today) === null;
}
