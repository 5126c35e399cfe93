import { env } from "@/lib/kernel/env";
import type { Letter, MailPort } from "./port";

export { renderMail } from "./render";
export type { Letter, LetterFile, MailLook } from "./port";

let opened: Promise<MailPort> | undefined;

/** Sends one e-mail through the configured driver. Only the worker calls it: modules write to the outbox. */
export async function sendMail(letter: Omit<Letter, "from">): Promise<void> {
  opened ??= openMail();
  await (await opened).send({ ...letter, from: env().MAIL_FROM });
}

/** Closes the driver's connections: the process is about to end. */
export async function closeMail(): Promise<void> {
  const port = opened;
  opened = undefined;
  await (await port)?.close();
}

/** Opens the driver that the environment chose; its SDK is loaded here, not before. */
async function openMail(): Promise<MailPort> {
  const settings = env();
  switch (settings.drivers.mail) {
    case "mailbox":
      return (await import("./mailbox")).openMailbox();
    case "smtp":
      return (await import("./smtp")).openSmtp(settings.SMTP_URL ?? "");
    case "resend":
      return (await import("./resend")).openResend(settings.RESEND_API_KEY ?? "", settings.RESEND_BASE_URL);
  }
}
