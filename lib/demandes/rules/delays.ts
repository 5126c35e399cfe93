import type { DemarcheDefinition } from "@/lib/demarches/form";
import { delaySentence } from "@/lib/demarches/status";
import { addDays, addMonths } from "@/lib/shared/calendar";
import { formatDate, isoDay } from "@/lib/shared/dates";
import { count } from "@/lib/shared/text";

/** What a démarche promises, and what the law decides when nobody answers. */
export type Delays = Pick<DemarcheDefinition, "maxDays" | "silence" | "silenceMonths">;

/**
 * What they count from. `from`: the reception of what was missing, or the filing. `waitedDays`: how long something was missing.
 */
export type Counting = { from: Date; filedAt: Date; waitedDays: number };

/** The two dates in the words of whoever waits: the promise, then the law, each told by the other. */
export type DelayView = { promise: string; lawTitle: string; law: readonly string[] };

/** The same on the day they are read. `isOver`: the law has decided. */
export type DelayToday = DelayView & { isOver: boolean };

/** Whom to call when nothing came. */
export type Answerer = { name: string; phone: string };

/** Of a demande to which nothing was missing. */
export function countingFiled(filedAt: Date): Counting {
  return { from: filedAt, filedAt, waitedDays: 0 };
}

/**
 * The day when silence becomes a decision: « 2027-01-23 » (CRPA, art. L. 231-1 and L. 231-4). While something is missing
 * (art. L. 114-5), the delay of an acceptance has not begun; that of a refusal is suspended, and goes on where it stood.
 */
function silenceDay({ silence, silenceMonths }: Delays, { from, filedAt, waitedDays }: Counting): string {
  if (silence === "accepts") return addMonths(isoDay(from), silenceMonths);
  return addDays(addMonths(isoDay(filedAt), silenceMonths), waitedDays);
}

/**
 * The last day of the promise, counted from what was received. Where the law's own day comes first (a short month, a delay
 * that had begun), it is that one, unless it was over already.
 */
export function promisedDay(delays: Delays, counting: Counting): string {
  const promised = addDays(isoDay(counting.from), delays.maxDays);
  const last = silenceDay(delays, counting);
  return promised < last || isOver(last, counting) ? promised : last;
}

/** When the answer is due, as an instant of that day: queues sort by it. */
export function dueInstant(delays: Delays, counting: Counting): Date {
  const due = new Date(counting.from.getTime() + delays.maxDays * 24 * 3_600_000);
  const last = promisedDay(delays, counting);
  return isoDay(due) > last ? new Date(`${last}T12:00:00Z`) : due;
}

export function delayView(delays: Delays, counting: Counting): DelayView {
  return {
    promise: promiseSentence(delays, counting),
    lawTitle: "Si vous n’avez pas de réponse",
    law: [bothDates(delays, counting), ...silenceSentences(delays, counting), incompleteSentences[delays.silence]],
  };
}

/**
 * The two dates as they are read on `today` (« 2027-01-23 »), while nobody has answered: a day that is past is said in the past,
 * with what one may do. What was written on its day (letters, PDF) keeps the words of that day: `delayView`.
 */
export function delayToday(delays: Delays, counting: Counting, today: string, service: Answerer): DelayToday {
  const view = delayView(delays, counting);
  const promised = promisedDay(delays, counting);
  const last = silenceDay(delays, counting);
  if (today <= promised && today <= last) return { ...view, isOver: false };
  const promise =
    today <= promised
      ? view.promise
      : `Nous devions vous répondre le ${formatDate(promised)} au plus tard (${delaySentence(delays.maxDays)})\u00a0: ce n’est pas fait. Contactez le service avec le numéro de votre demande\u00a0: ${service.name}, ${service.phone}.`;
  if (today <= last) return { ...view, promise, isOver: false };
  return {
    promise,
    lawTitle: "Vous n’avez pas eu de réponse\u00a0: ce que dit la loi",
    law: [
      `Le ${formatDate(last)} était la date que fixe la loi\u00a0: ${legalDelay(delays, counting)}.`,
      ...pastSentences(delays, last, today),
    ],
    isOver: true,
  };
}

/** CRPA, art. L. 231-1 and L. 231-4; the two months are whole (code de justice administrative, art. R. 421-1 and R. 421-5). */
function pastSentences({ silence }: Delays, last: string, today: string): string[] {
  if (silence === "accepts")
    return [
      `Sans réponse de notre part le ${formatDate(last)}, votre demande est acceptée depuis ce jour\u00a0: c’est une décision implicite d’acceptation.`,
      "Vous pouvez demander au service une attestation de cette acceptation (article L. 232-3 du code des relations entre le public et l’administration).",
    ];
  const isAppealOver = today > addDays(addMonths(last, appealMonths), 1);
  return [
    overSentence(formatDate(last)),
    ...(isAppealOver
      ? [
          `Vous aviez deux mois à partir de ce jour pour contester ce rejet\u00a0: ce délai est en principe passé. Contactez le service\u00a0: il peut encore vous répondre, et vous dire s’il faut refaire votre demande.`,
        ]
      : appeals.map((sentence) =>
          sentence.replace("Vous avez alors deux mois", "Vous avez deux mois à partir de ce jour"),
        )),
  ];
}

const appealMonths = 2;

/** What was missing came after the day of the law. */
function isOver(last: string, { from }: Counting): boolean {
  return last < isoDay(from);
}

function promiseSentence(delays: Delays, counting: Counting): string {
  return `Nous nous engageons à vous répondre le ${formatDate(promisedDay(delays, counting))} au plus tard (${delaySentence(delays.maxDays)}).`;
}

function bothDates(delays: Delays, counting: Counting): string {
  const [promised, last] = [promisedDay(delays, counting), silenceDay(delays, counting)];
  const legal = legalDelay(delays, counting);
  if (promised === last)
    return `Le ${formatDate(promised)}, dernier jour de notre engagement, est aussi le jour que fixe la loi\u00a0: ${legal}.`;
  const tense = isOver(last, counting) ? "était" : "est";
  return `Le ${formatDate(promised)} est notre engagement. Le ${formatDate(last)} ${tense} la date que fixe la loi\u00a0: ${legal}.`;
}

function legalDelay({ silence, silenceMonths }: Delays, { waitedDays, from, filedAt }: Counting): string {
  const months = `${silenceMonths}\u00a0mois après la réception`;
  if (silence === "accepts") return `${months} de ${from > filedAt ? "ce qui manquait" : "votre demande"}`;
  if (waitedDays === 0) return `${months} de votre demande`;
  return `${months} de votre demande, et ${count(waitedDays, "jour")} de plus, pendant ${waitedDays === 1 ? "lequel" : "lesquels"} il manquait quelque chose`;
}

/** CRPA, art. L. 114-5: what a demande found incomplete does to the delay. */
const incompleteSentences: Record<Delays["silence"], string> = {
  accepts:
    "S’il manque une information ou une pièce, nous vous le dirons par courriel et dans le suivi de votre demande. Le délai ne commence alors qu’à la réception de ce qui manque.",
  refuses:
    "S’il manque une information ou une pièce, nous vous le dirons par courriel et dans le suivi de votre demande. Le délai que fixe la loi s’arrête alors, et reprend à la réception de ce qui manque\u00a0; notre engagement se compte depuis cette réception.",
};

/**
 * CRPA, art. R. 112-5, 1° and last paragraph: the day and the sense of the implicit decision, then the means of appeal
 * against a refusal (art. R. 421-1 and R. 421-2 of the code de justice administrative), or the attestation of an acceptance.
 */
function silenceSentences(delays: Delays, counting: Counting): string[] {
  const last = silenceDay(delays, counting);
  const day = formatDate(last);
  if (delays.silence === "accepts") return acceptance(day);
  return isOver(last, counting) ? [overSentence(day), ...appeals] : refusal(day);
}

function overSentence(day: string): string {
  return `Sans réponse de notre part le ${day}, votre demande était rejetée ce jour-là : c’est une décision implicite de rejet. Nous l’examinons pourtant.`;
}

function acceptance(day: string): string[] {
  return [
    `Sans réponse de notre part le ${day}, votre demande sera acceptée : il s’agit d’une décision implicite d’acceptation.`,
    "Vous pourrez alors demander au service une attestation de cette acceptation (article L. 232-3 du code des relations entre le public et l’administration).",
  ];
}

function refusal(day: string): string[] {
  return [
    `Sans réponse de notre part le ${day}, votre demande sera rejetée : il s’agit d’une décision implicite de rejet.`,
    ...appeals,
  ];
}

const appeals: readonly string[] = [
  "Vous avez alors deux mois pour contester ce rejet, en écrivant au service qui instruit la demande (recours gracieux) ou au tribunal administratif (recours contentieux).",
  "Le tribunal administratif peut être saisi par courrier ou sur le site www.telerecours.fr. Un recours gracieux fait dans ce délai vous laisse deux mois de plus pour saisir le tribunal, à compter de la réponse.",
];
