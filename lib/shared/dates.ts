/** Dates as they are said in France, always at the time of Paris, and never as « 03/04 ». */

const zone = "Europe/Paris";
const nbsp = "\u00A0";

const longDate = /* @__PURE__ */ new Intl.DateTimeFormat("fr-FR", {
  timeZone: zone,
  day: "numeric",
  month: "long",
  year: "numeric",
});
const shortDate = /* @__PURE__ */ new Intl.DateTimeFormat("fr-FR", {
  timeZone: zone,
  day: "2-digit",
  month: "2-digit",
  year: "numeric",
});
const clockTime = /* @__PURE__ */ new Intl.DateTimeFormat("fr-FR", {
  timeZone: zone,
  hour: "numeric",
  minute: "2-digit",
  hourCycle: "h23",
});
const calendarDay = /* @__PURE__ */ new Intl.DateTimeFormat("sv-SE", { timeZone: zone });

/** An instant, or a calendar day written « 2027-03-28 », which has no hour and no zone. */
export type DateLike = Date | string;

/** « 28 mars 2027 », « 1er avril 2027 » */
export function formatDate(date: DateLike): string {
  return longDate.format(instantOf(date)).replace(/^1 /, "1er ").replace(" ", nbsp);
}

/** « 28/03/2027 », for the columns of a table. */
export function formatShortDate(date: DateLike): string {
  return shortDate.format(instantOf(date));
}

/** « 9 h 05 » */
export function formatTime(date: Date): string {
  const [hour, minute] = clockTime.format(date).split(":");
  return `${Number(hour)}${nbsp}h${nbsp}${minute}`;
}

/** « 28 mars 2027 à 9 h 05 » */
export function formatDateTime(date: Date): string {
  return `${formatDate(date)} à ${formatTime(date)}`;
}

/** The hour in Paris at an instant, from 0 to 23. */
export function hourInParis(date: Date): number {
  return Number(clockTime.format(date).split(":")[0]);
}

/** The calendar day in Paris at an instant: « 2027-03-28 ». */
export function isoDay(date: Date): string {
  return calendarDay.format(date);
}

/** Noon of a calendar day is the same day in every zone near Paris. */
function instantOf(date: DateLike): Date {
  return typeof date === "string" ? new Date(date.length === 10 ? `${date}T12:00:00Z` : date) : date;
}
