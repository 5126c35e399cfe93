import type { Words } from "../wording/words";
import { noReply } from "./frame";
import { contactFacts } from "./parts";

export const accountSuspended: Words<"account.suspended"> = ({ reason, contact }) => ({
  subject: "Votre compte est suspendu",
  opening:
    "Votre compte est suspendu : vous ne pouvez plus vous y connecter. Vos demandes et vos documents sont conservés.",
  paragraphs: [reason, "Pour toute question, ou pour contester cette décision, contactez le service ci-dessous."],
  facts: contactFacts(contact),
  action: { label: "Contacter la mairie", path: "/contact" },
  closing: [noReply],
});
