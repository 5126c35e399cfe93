/** Days and hours as they are said in France: Europe/Paris, whatever the zone of the server. */
const zone = "Europe/Paris";

const dayFormat = new Intl.DateTimeFormat("fr-FR", { timeZone: zone, day: "numeric", month: "long", year: "numeric" });
const shortFormat = new Intl.DateTimeFormat("fr-FR", { timeZone: zone, day: "2-digit", month: "2-digit", year: "numeric" });
const clockFormat = new Intl.DateTimeFormat("fr-FR", { timeZone: zone, hour: "numeric", minute: "2-digit", hourCycle: "h23" });
const partsFormat = new Intl.DateTimeFormat("en-CA", { timeZone: zone, year: "numeric", month: "2-digit", day: "2-digit" });

/** « 3 mars 2027 », « 1er mars 2027 ». */
export function formatDay(at: Date): string {
  return dayFormat.format(at).replace(/^1 /, "1er ");
}

/** « 03/03/2027 », for dense tables. */
export function formatShortDay(at: Date): string {
  return shortFormat.format(at);
}

/** « 3 mars 2027 à 9 h 05 ». */
export function formatDayTime(at: Date): string {
  return `${formatDay(at)} à ${formatTime(at)}`;
}

/** « 9 h 05 ». */
export function formatTime(at: Date): string {
  const [hour, minute] = clockFormat.format(at).split(":");
  return `${Number(hour)}\u00a0h\u00a0${minute ?? "00"}`;
}

/** « 3 mars 2027 » from « 2027-03-03 ». */
export function formatIsoDay(day: string): string {
  return formatDay(new Date(`${day}T12:00:00Z`));
}

/** The civil day in France of an instant: « 2027-03-03 ». */
export function dayOf(at: Date): string {
  return partsFormat.format(at);
}

/** The civil day `months` after another, « 2027-03-03 »; the last of the month when that day does not exist there. */
export function addMonths(day: string, months: number): string {
  const [year = 0, month = 1, date = 1] = day.split("-").map(Number);
  const last = new Date(Date.UTC(year, month - 1 + months + 1, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1 + months, Math.min(date, last))).toISOString().slice(0, 10);
}

/** The civil day `days` after another. */
export function addDays(day: string, days: number): string {
  const [year = 0, month = 1, date = 1] = day.split("-").map(Number);
  return new Date(Date.UTC(year, month - 1, date + days)).toISOString().slice(0, 10);
}
