import { noReply } from "@/lib/shared/mail-content";
import type { Words } from "../wording/words";

export const accountValidated: Words<"account.validated"> = () => ({
  subject: "Votre compte est validé",
  opening: "Un agent a vérifié votre compte et l’a validé.",
  action: { label: "Ouvrir mon espace", path: "/espace" },
  closing: [noReply],
});
