import type { Words } from "../wording/words";
import { noReply } from "./frame";

/** To the address that the account no longer uses: it names nobody, since its reader may be the thief. */
export const accountEmailReplaced: Words<"account.email_replaced"> = () => ({
  subject: "Cette adresse n’est plus celle du compte",
  opening:
    "Le compte qui utilisait cette adresse a repris la précédente, par le lien que celle-ci avait reçu. Ses connexions ont été fermées.",
  action: { label: "Contacter le service", path: "/contact" },
  closing: [noReply],
});
