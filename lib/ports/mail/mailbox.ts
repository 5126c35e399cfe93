import { putInMailbox } from "./kept-letters";
import { Retryable } from "@/lib/kernel/errors";
import type { MailPort } from "./port";

/** The embedded mailbox: letters go to a table that /courrier shows. Nothing leaves the machine. */
export function openMailbox(): MailPort {
  return {
    name: "mailbox",
    async send(letter) {
      try {
        await putInMailbox(letter);
      } catch {
        throw new Retryable("mailbox: the table did not answer");
      }
    },
    close: async () => undefined,
  };
}
