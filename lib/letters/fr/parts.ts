import type { MailContent } from "@/lib/shared/mail-content";
import type { FactsOf } from "../kinds";

/** Sentences and lists that several letters of accounts have. */

export const notYou = "Si vous n’êtes pas à l’origine de cette demande, ignorez ce courriel : rien ne changera.";

type Facts = NonNullable<MailContent["facts"]>;

export function contactFacts({ service, phone, email }: FactsOf<"account.suspended">["contact"]): Facts {
  return [
    { label: "Service", value: service },
    { label: "Téléphone", value: phone },
    { label: "Courriel", value: email },
  ];
}
