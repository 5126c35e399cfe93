import { Resend } from "resend";
import { Final, Retryable } from "@/lib/kernel/errors";
import { toMailServers } from "@/lib/shared/email";
import type { Letter, MailPort } from "./port";

type Failure = { name: string; statusCode: number | null };

/** Same request again is refused for good: our letter is wrong. Everything else (key, quota, network) may be repaired. */
const forEver: ReadonlySet<string> = new Set([
  "validation_error",
  "missing_required_field",
  "invalid_parameter",
  "invalid_idempotency_key",
  "invalid_idempotent_request",
  "security_error",
]);

/** Resend's API. The SDK never throws: it answers `{ data, error }`. The key makes a repeated call send once (kept 24 h there). */
export function openResend(apiKey: string, baseUrl?: string): MailPort {
  const client = new Resend(apiKey, baseUrl ? { baseUrl } : undefined);
  return {
    name: "resend",
    async send(letter) {
      const answer = await within(client.emails.send(message(letter), { idempotencyKey: letter.messageId }));
      if (answer.error) throw explain(answer.error, answer.headers);
    },
    close: async () => undefined,
  };
}

function message({ from, to, subject, text, html, messageId, attachments }: Letter) {
  const headers = { "Message-ID": `<${messageId}>`, "Auto-Submitted": "auto-generated", "Content-Language": "fr" };
  const files = attachments?.map(({ name, mediaType, bytes }) => ({
    filename: name,
    contentType: mediaType,
    content: bytes,
  }));
  return { from, to: [toMailServers(to)], subject, text, html, headers, attachments: files };
}

function explain({ name, statusCode }: Failure, headers: Record<string, string> | null): Retryable | Final {
  const about = `resend: ${name} ${statusCode ?? ""}`.trim();
  if (forEver.has(name)) return new Final(about);
  const seconds = Number(headers?.["retry-after"]);
  return new Retryable(about, Number.isFinite(seconds) && seconds > 0 ? seconds : undefined);
}

/** The SDK sets no time limit of its own. */
async function within<T>(call: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Retryable("resend: no answer")), 20_000);
  });
  try {
    return await Promise.race([call, late]);
  } finally {
    clearTimeout(timer);
  }
}
