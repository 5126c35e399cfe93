import { inWords } from "./duration";

const day = 24 * 60;

/**
 * Minutes (docs/numbers.md): how long lasts what several modules, letters or pages name. Rules count with it, sentences say it with
 * `lifetime`. What one module alone says stands in its own rules; sessions and links have their own tables here.
 */
export const lifetimeMinutes = {
  /** A browser where somebody signed in. */
  known_device: 180 * day,
  /** A device that its user called their own keeps what a start or a link opened there. */
  guest_device: 90 * day,
  /** Any other device, without a page. */
  guest_idle: 60,
  /** A draft, after its last change; one in which nothing was written; one without account that has files. */
  draft: 91 * day,
  empty_draft: 14 * day,
  guest_files: 7 * day,
  draft_notice: 14 * day,
  /** An account that nobody uses. */
  idle_account: 730 * day,
  /** Lines of the journal, letters that left. */
  journal: 365 * day,
  /** Between the proof seen at the counter and the earliest decision: time for whoever else says that the account is theirs. */
  recovery: day,
  /** A mailbox held by somebody else: between the decision and its effect, who is told and cannot stop it alone may come to the counter. */
  held_mailbox: 7 * day,
  /** A copy of what is kept of a person, once made. */
  data_copy: 7 * day,
  /** The answer to a robot check by code. */
  robot_pass: 10,
} as const satisfies Record<string, number>;

type Lifetime = keyof typeof lifetimeMinutes;

/** « 24 heures », « 90 jours », « deux ans ». */
export const lifetime = (of: Lifetime): string => inWords(lifetimeMinutes[of]);

/** For rules that count in days. */
export const lifetimeDays = (of: Lifetime): number => lifetimeMinutes[of] / day;
