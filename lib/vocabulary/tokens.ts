import { inWords } from "./duration";

/**
 * Purposes of the links that e-mails carry, and how long each lives, in minutes (docs/numbers.md). Letters and pages
 * say it with `tokenLifetime`.
 */
export const tokenMinutes = {
  activation: 24 * 60,
  sign_in: 10,
  identity_link: 30,
  password_reset: 30,
  email_change: 2 * 60,
  /** The way back, sent to the old address: a week, the time to read it. */
  email_restore: 7 * 24 * 60,
  recovery_stop: 7 * 24 * 60,
  account_deletion: 24 * 60,
  agent_invitation: 48 * 60,
  agent_second_factor: 48 * 60,
  /** As long as from one letter to the next where strangers ask for them without end (lib/letters/outbox/mail-limits.ts): one always works. */
  agent_browser: 2 * 60,
  /**
   * A demande without account. A decision takes up to two months: one day, as for the links that open an account, would
   * leave a person with nothing. /suivi sends a new one at any time.
   */
  follow_up: 30 * 24 * 60,
} as const satisfies Record<string, number>;

export type LinkPurpose = keyof typeof tokenMinutes;
/** Those of accounts and agents. */
export type TokenPurpose = Exclude<LinkPurpose, "follow_up">;

/** What a link opens today. */
export type TokenState = "valid" | DeadLink;
export type DeadLink = "expired" | "used" | "unknown";

/** « 30 minutes », « 48 heures », « 7 jours ». */
export function tokenLifetime(purpose: LinkPurpose): string {
  return inWords(tokenMinutes[purpose]);
}

/** In a letter. */
export function lifetimeSentence(purpose: LinkPurpose): string {
  return `Ce lien est valable ${tokenLifetime(purpose)} et sert une seule fois.`;
}

/** The ways back do not void one another: only of the others does the last one alone work. */
const standsAlone: readonly LinkPurpose[] = ["email_restore", "recovery_stop"];

/** Beside the button of a page left open too long. */
export function expiredSentence(purpose: LinkPurpose): string {
  const isLastOnly = !standsAlone.includes(purpose);
  return `Ce lien n’est plus valable : il dure ${tokenLifetime(purpose)}${isLastOnly ? ", et seul le dernier envoyé fonctionne" : ""}.`;
}
