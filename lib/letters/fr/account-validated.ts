import type { Words } from "../wording/words";
import { noReply } from "./frame";

export const accountValidated: Words<"account.validated"> = () => ({
  subject: "Votre compte est validé",
  opening: "Un agent a vérifié votre compte et l’a validé.",
  action: { label: "Ouvrir mon espace", path: "/espace" },
  closing: [noReply],
});
