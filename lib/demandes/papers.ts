import { addDays } from "@/lib/shared/calendar";
import { formatDate, isoDay } from "@/lib/shared/dates";
import { promisedDay, type Counting, type Delays } from "./delays";
import { demandeLimits } from "./limits";

/** Documents that the applicant promised on paper (F43); `sentence`: where they go, and until when. */
export type PapersView = { labels: readonly string[]; sentence: string };

type Service = { name: string; organisation: string; address: string };

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
  const where = [name, organisation, address].filter((part) => part !== "").join(", ");
  const sentence = `Apportez ou envoyez ${these} le ${until} au plus tard, avec le numéro de votre demande, à cette adresse\u00a0: ${where}.`;
  return { labels, sentence };
}

/** What is to be brought, where and until when: a paragraph of a letter. */
export function papersParagraph({ labels, sentence }: PapersView): string {
  return ["Vous avez choisi de remettre sur papier\u00a0:", ...labels.map((label) => `– ${label}`), sentence].join(
    "\n",
  );
}

/** In time for the service to answer as promised. */
function lastDay(delays: Delays, counting: Counting): string {
  const [asked, promised] = [addDays(isoDay(counting.from), demandeLimits.paperDays), promisedDay(delays, counting)];
  return asked < promised ? asked : promised;
}
