/** Purposes of the links that e-mails carry to accounts and agents (those that follow a demande: lib/demandes/follow-link.ts), and how long each lives, in minutes (domain.md, « Numbers »). */
const tokenPurposes = [
  "activation",
  "sign_in",
  "identity_link",
  "password_reset",
  "email_change",
  "email_restore",
  "recovery_stop",
  "account_deletion",
  "agent_invitation",
  "agent_second_factor",
] as const;
export type TokenPurpose = (typeof tokenPurposes)[number];

export const tokenMinutes: Record<TokenPurpose, number> = {
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
};
