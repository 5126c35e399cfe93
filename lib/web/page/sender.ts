import { env } from "@/lib/kernel/env";

/** The address that the portal writes from, without its name: what a person adds to their contacts (F12, F13). */
export function senderAddress(): string {
  const { MAIL_FROM } = env();
  return /<([^<>]+)>/.exec(MAIL_FROM)?.[1] ?? MAIL_FROM;
}
