/** How a letter reaches its reader. Each has its driver in worker/jobs/mails.ts: one forgotten does not compile. */
const letterChannels = ["email"] as const;
export type LetterChannel = (typeof letterChannels)[number];
