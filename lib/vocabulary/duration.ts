const hour = 60;
const day = 24 * hour;
const year = 365 * day;

/**
 * A duration in minutes as it is said in French: « 10 minutes », « une heure », « 48 heures », « 7 jours », « deux ans ». Up to two days,
 * hours say better until when.
 */
export function inWords(minutes: number): string {
  if (minutes < hour) return `${minutes} minutes`;
  if (minutes === hour) return "une heure";
  if (minutes <= 2 * day) return `${minutes / hour} heures`;
  if (minutes % year === 0) return minutes === year ? "un an" : `${spelled[minutes / year] ?? minutes / year} ans`;
  return `${minutes / day} jours`;
}

const spelled: Partial<Record<number, string>> = { 2: "deux", 3: "trois", 4: "quatre", 5: "cinq" };
