import type { DemarcheDefinition } from "@/lib/demarches/form";
import { delaySentence } from "@/lib/demarches/status";
import { addDays, addMonths } from "@/lib/shared/calendar";
import { formatDate, isoDay } from "@/lib/shared/dates";

/** What a démarche promises, and what the law decides when nobody answers. */
export type Delays = Pick<DemarcheDefinition, "maxDays" | "silence" | "silenceMonths">;

/** The two dates in the words of whoever waits: the promise, then the law, each told by the other. */
export type DelayView = { promise: string; lawTitle: string; law: readonly string[] };

/** The day when silence becomes a decision: « 2027-01-23 » (CRPA, art. L. 231-1 and L. 231-4). */
function silenceDay({ silenceMonths }: Delays, from: Date): string {
  return addMonths(isoDay(from), silenceMonths);
}

/** The last day of the promise, counted from what was received. In a short month the law's own day may come first: it is that one. */
export function promisedDay(delays: Delays, from: Date): string {
  const promised = addDays(isoDay(from), delays.maxDays);
  const last = silenceDay(delays, from);
  return promised < last ? promised : last;
}

/** When the answer is due, as an instant of that day: queues sort by it. */
export function dueInstant(delays: Delays, from: Date): Date {
  const due = new Date(from.getTime() + delays.maxDays * 24 * 3_600_000);
  const last = promisedDay(delays, from);
  return isoDay(due) > last ? new Date(`${last}T12:00:00Z`) : due;
}

export function delayView(delays: Delays, from: Date): DelayView {
  return {
    promise: promiseSentence(delays, from),
    lawTitle: "Si vous n’avez pas de réponse",
    law: [bothDates(delays, from), ...silenceSentences(delays, from)],
  };
}

function promiseSentence(delays: Delays, from: Date): string {
  return `Nous nous engageons à vous répondre le ${formatDate(promisedDay(delays, from))} au plus tard (${delaySentence(delays.maxDays)}).`;
}

function bothDates(delays: Delays, from: Date): string {
  const [promised, last] = [promisedDay(delays, from), silenceDay(delays, from)];
  const legal = `${delays.silenceMonths}\u00a0mois après la réception de votre demande`;
  return promised === last
    ? `Le ${formatDate(promised)}, dernier jour de notre engagement, est aussi le jour que fixe la loi\u00a0: ${legal}.`
    : `Le ${formatDate(promised)} est notre engagement. Le ${formatDate(last)} est la date que fixe la loi\u00a0: ${legal}.`;
}

/**
 * CRPA, art. R. 112-5, 1° and last paragraph: the day and the sense of the implicit decision, then the means of appeal
 * against a refusal (art. R. 421-1 and R. 421-2 of the code de justice administrative), or the attestation of an acceptance.
 */
function silenceSentences(delays: Delays, from: Date): string[] {
  const day = formatDate(silenceDay(delays, from));
  return delays.silence === "accepts" ? acceptance(day) : refusal(day);
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
    "Vous aurez alors deux mois pour contester ce rejet, en écrivant au service qui instruit la demande (recours gracieux) ou au tribunal administratif (recours contentieux).",
    "Le tribunal administratif peut être saisi par courrier ou sur le site www.telerecours.fr. Un recours gracieux fait dans ce délai vous laisse deux mois de plus pour saisir le tribunal, à compter de la réponse.",
  ];
}
