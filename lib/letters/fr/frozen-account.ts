import type { FactsOf } from "../kinds";
import type { Said } from "../wording/words";
import { noReply } from "./frame";

/**
 * The letters of an account that two people claim (docs/decisions/024). Those to both parties name nobody, and carry no link that
 * does anything.
 */

export const comeToTheCounter =
  "Si c’est votre compte, présentez-vous à l’accueil avec une pièce d’identité. Ses demandes et ses documents sont conservés.";
export const comeBefore =
  "Si c’est votre compte et que ce n’est pas vous qui êtes venu, présentez-vous à l’accueil avant cette date, avec une pièce d’identité.";
export const notMine = "Si ce n’est pas votre compte, vous n’avez rien à faire.";

type Contact = FactsOf<"account.frozen">["contact"];

/** What both parties read, whom to see below it. */
export function toParties(contact: Contact, said: Pick<Said, "subject" | "opening" | "paragraphs">): Said {
  const { service, phone, email, address, hours } = contact;
  return {
    ...said,
    facts: [
      { label: "Accueil", value: service },
      { label: "Adresse", value: address.join(", ") },
      { label: "Horaires", value: hours },
      { label: "Téléphone", value: phone },
      { label: "Courriel", value: email },
    ],
    action: { label: "Trouver l’accueil", path: "/contact" },
    closing: [noReply],
  };
}
