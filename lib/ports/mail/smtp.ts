import { createTransport } from "nodemailer";
import { Final, Retryable } from "@/lib/kernel/errors";
import type { Letter, MailPort } from "./port";

/** Longest wait for the server, in milliseconds: under the lease that the outbox takes on a mail. */
const patience = 20_000;

/** Any mail server: `url` is smtp://user:password@host:port or smtps://… */
export function openSmtp(url: string): MailPort {
  const limits = { connectionTimeout: patience, greetingTimeout: patience, socketTimeout: patience };
  const transport = createTransport({
    url,
    pool: true,
    maxConnections: 4,
    disableFileAccess: true,
    disableUrlAccess: true,
    ...limits,
  });
  return {
    name: "smtp",
    async send(letter) {
      try {
        await transport.sendMail(message(letter));
      } catch (error) {
        throw explain(error);
      }
    },
    close: async () => transport.close(),
  };
}

function message({ from, to, subject, text, html, messageId, attachments }: Letter) {
  const recipient = { name: "", address: to };
  // RFC 3834: nobody's out-of-office reply is wanted.
  const headers = { "Auto-Submitted": "auto-generated", "X-Auto-Response-Suppress": "All", "Content-Language": "fr" };
  const files = attachments?.map(({ name, mediaType, bytes }) => ({
    filename: name,
    contentType: mediaType,
    content: bytes,
  }));
  return { from, to: recipient, subject, text, html, headers, messageId: `<${messageId}>`, attachments: files };
}

/** A reply 5xx is for ever (RFC 5321, 4.2.1), save a refused sign-in, which an operator may repair; the rest may pass. */
function explain(error: unknown): Retryable | Final {
  const { code, responseCode } = (error ?? {}) as { code?: string; responseCode?: number };
  const about = `smtp: ${code ?? "failure"}${responseCode ? ` ${responseCode}` : ""}`;
  const isForEver = (responseCode ?? 0) >= 500 && code !== "EAUTH" && responseCode !== 535 && responseCode !== 530;
  return isForEver ? new Final(about) : new Retryable(about);
}
