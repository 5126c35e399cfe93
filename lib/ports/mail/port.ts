/** An e-mail ready to leave: one recipient, rendered, with a key that is the same at each attempt. */
export type Letter = {
  /** One per event and recipient: a driver that can, sends the same key once. */
  key: string;
  /** Same at each attempt, so that a reader's mailbox can tell a double (RFC 5322, 3.6.4). Without angle brackets. */
  messageId: string;
  to: string;
  from: string;
  subject: string;
  text: string;
  html: string;
  attachments?: readonly LetterFile[];
};

export type LetterFile = { name: string; mediaType: string; bytes: Buffer };

/** What sends e-mails. `send` resolves once the provider has accepted; it throws `Retryable` or `Final` (lib/kernel/errors.ts). */
export type MailPort = {
  readonly name: "mailbox" | "smtp" | "resend";
  send: (letter: Letter) => Promise<void>;
  /** Lets go of its connections. */
  close: () => Promise<void>;
};

export type MailLook = {
  /** « Belleval » */
  town: string;
  /** « Vos démarches en ligne » */
  title: string;
  /** Main colour of the town, already checked for contrast on white (#rrggbb). */
  colour: string;
  /** Public address of the portal, without a final slash. */
  appUrl: string;
};

export type RenderedMail = { subject: string; text: string; html: string };
