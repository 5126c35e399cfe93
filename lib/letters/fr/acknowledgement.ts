import type { MailAttachment } from "@/lib/shared/mail-content";
import { tokenLifetime } from "@/lib/vocabulary/tokens";
import type { FactsOf } from "../kinds";
import type { Said } from "../wording/words";
import { noReply } from "./frame";
import { papersParagraph, recepisseFacts, serviceFacts } from "./recepisse";

/**
 * The acknowledgement owed after every submission (F46, F93; CRPA, art. L. 112-3 and R. 112-5): the number, what is promised,
 * what is to be brought on paper, the facts and the service; the law last, under its own title.
 */
export function acknowledgement(
  filed: FactsOf<"demande.changed">,
  said: Pick<Said, "subject" | "opening" | "attachments">,
): Said {
  const { delay, papers, service, hasAccount, path } = filed;
  return {
    ...said,
    paragraphs: [delay.promise, ...(papers ? [papersParagraph(papers)] : [])],
    facts: [...recepisseFacts(filed), ...serviceFacts(service)],
    action: { label: "Suivre ma demande", path },
    last: { title: delay.lawTitle, paragraphs: delay.law },
    closing: [hasAccount ? keepNumber : guestClosing, noReply],
  };
}

/** The récépissé, drawn when the letter leaves. */
export function recepisse({ number, demandeId }: { number: string; demandeId: string }): MailAttachment {
  return { name: `recepisse-${number}.pdf`, kind: "recepisse", demandeId };
}

const keepNumber = "Gardez ce numéro : il vous sera demandé si vous contactez le service.";
const guestClosing = `Le lien de ce courriel sert une fois et reste valable ${tokenLifetime("follow_up")}. Ensuite, la page « Suivre une demande » vous en envoie un nouveau, avec ce numéro et votre courriel.`;
