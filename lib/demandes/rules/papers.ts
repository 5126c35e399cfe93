import { addDays, daysBetween } from "@/lib/shared/calendar";
import { formatDate, isoDay } from "@/lib/shared/dates";
import { wholeAddress } from "@/lib/shared/text";
import { promisedDay, type Counting, type Delays } from "./delays";
import { demandeLimits } from "./limits";

/** Documents that the applicant promised on paper (F43); `sentence`: where they go (`where`), and until when (`until`, in words). */
export type PapersView = { labels: readonly string[]; sentence: string; until: string; where: string };

/** Where they are to be brought. */
export type Service = { name: string; organisation: string; address: string };

/** Null when none is awaited. `counting`: from the filing, or the correction, that promised them. */
export function papersView(
  labels: readonly string[],
  { name, organisation, address }: Service,
  delays: Delays,
  counting: Counting,
): PapersView | null {
  if (labels.length === 0) return null;
  const these = labels.length === 1 ? "cette pièce" : "ces pièces";
  const until = formatDate(lastDay(delays, counting));
  const where = [name, organisation, wholeAddress(address)].filter((part) => part !== "").join(", ");
  const sentence = `Apportez ou envoyez ${these} le ${until} au plus tard, avec le numéro de votre demande, à cette adresse\u00a0: ${where}.`;
  return { labels, sentence, until, where };
}

/** In time for the service to read it and answer as promised. */
function lastDay(delays: Delays, counting: Counting): string {
  const received = isoDay(counting.from);
  const promised = promisedDay(delays, counting);
  const kept = Math.min(demandeLimits.paperReadingDays, Math.floor(daysBetween(received, promised) / 2));
  const [asked, readable] = [addDays(received, demandeLimits.paperDays), addDays(promised, -kept)];
  return asked < readable ? asked : readable;
}
