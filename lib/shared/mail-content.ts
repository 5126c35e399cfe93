/**
 * A letter in our own words: the worker renders it as text and HTML. Plain strings only, so nothing can be injected.
 */
export type MailContent = {
  /** One line; line breaks are removed when it is rendered. */
  subject: string;
  greeting: string;
  paragraphs: readonly string[];
  /** After the paragraphs, one below another: what is asked, point by point. */
  items?: readonly string[];
  /** Label and value pairs, such as the number and the date of a demande. */
  facts?: readonly { label: string; value: string }[];
  /** One button. `path` begins with / and is completed by the configured address, never by a request's Host. */
  action?: { label: string; path: string };
  /** What is read last, under a title of its own. */
  last?: { title: string; paragraphs: readonly string[] };
  /** Smaller sentences after the button. */
  closing?: readonly string[];
  /** Files that the worker makes when it sends the letter: nothing heavy waits in the outbox. */
  attachments?: readonly MailAttachment[];
};

/** Longest part of a name that a letter repeats, in characters: what somebody typed as a name must not become the letter. */
const longestPart = 100;

/** A first name and a name, or one name alone, as a letter may repeat them: 100 characters each at most. */
export function nameInLetter(parts: readonly string[]): string {
  return parts.map((part) => shorten(part, longestPart)).join(" ");
}

/** A whole name as a greeting may repeat it: two parts of 100 characters at most. */
export function nameInGreeting(name: string): string {
  return shorten(name, 2 * longestPart);
}

/** What stands around every letter, in its language (RGAA 8.3: the page says which). */
export type MailFrame = {
  /** BCP 47. */
  lang: string;
  /** Under the button, before the address that it opens. */
  ifButtonFails: string;
  /** Before the address of the portal. */
  sentBy: string;
  /** Last of the smaller sentences of a letter that says why; `noAnswer` stands in the foot of the others. */
  noReply: string;
  noAnswer: string;
};

function shorten(text: string, most: number): string {
  const characters = Array.from(text);
  return characters.length <= most ? text : `${characters.slice(0, most - 1).join("")}…`;
}

/** « recepisse »: the acknowledgement of a demande, as PDF. */
export type MailAttachment = { name: string; kind: "recepisse"; demandeId: string };
