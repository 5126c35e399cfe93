/**
 * A letter in our own words: the worker renders it as text and HTML. Plain strings only, so nothing can be injected.
 */
export type MailContent = {
  /** One line; line breaks are removed when it is rendered. */
  subject: string;
  /** From `greetingOf`. */
  greeting: string;
  paragraphs: readonly string[];
  /** Label and value pairs, such as the number and the date of a demande. */
  facts?: readonly { label: string; value: string }[];
  /** One button. `path` begins with / and is completed by the configured address, never by a request's Host. */
  action?: { label: string; path: string };
  /** Smaller sentences after the button. */
  closing?: readonly string[];
  /** Files that the worker makes when it sends the letter: nothing heavy waits in the outbox. */
  attachments?: readonly MailAttachment[];
};

/** « Bonjour Prénom Nom, », or « Bonjour, » when nobody is named. */
export function greetingOf(name: string | null): string {
  return name ? `Bonjour ${name},` : "Bonjour,";
}

/** Last of the smaller sentences. */
export const noReply = "Ce courriel est envoyé automatiquement : n’y répondez pas.";

/** « recepisse »: the acknowledgement of a demande, as PDF. */
export type MailAttachment = { name: string; kind: "recepisse"; demandeId: string };
