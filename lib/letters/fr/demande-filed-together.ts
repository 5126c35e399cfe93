import { count } from "@/lib/shared/text";
import { tokenLifetime } from "@/lib/vocabulary/tokens";
import type { Words } from "../wording/words";
import { noReply } from "./frame";
import { recepisse } from "./acknowledgement";
import { papersForEach, recepisseFacts, serviceFacts } from "./recepisse";

/** One letter for one form that several services received: the number and the service of each, a récépissé of each. Its link opens them all. */
export const demandeFiledTogether: Words<"demande.filed_together"> = ({
  demarche,
  path,
  delay,
  each,
  hasAccount,
  ...filed
}) => {
  const total = count(each.length, "demande");
  return {
    subject: `Accusé de réception de vos ${total}`,
    opening: `Nous avons bien reçu vos ${total}, «\u00a0${demarche}\u00a0»\u00a0: une pour chaque service que vous avez choisi. Chacun prend la sienne en charge et vous répond.`,
    paragraphs: [delay.promise, ...papersForEach(each)],
    facts: [
      ...recepisseFacts({ ...filed, demarche }).slice(1),
      ...each.flatMap(({ number, service }) => [{ label: "Demande n°", value: number }, ...serviceFacts(service)]),
    ],
    action: { label: "Suivre mes demandes", path },
    last: { title: delay.lawTitle, paragraphs: delay.law },
    closing: [hasAccount ? keepNumbers : guestClosing, noReply],
    attachments: each.map(recepisse),
  };
};

const keepNumbers = "Gardez ces numéros : ils vous seront demandés si vous contactez un des services.";
const guestClosing = `Le lien de ce courriel sert une fois, ouvre toutes ces demandes et reste valable ${tokenLifetime("follow_up")}. Ensuite, la page « Suivre une demande » vous envoie un nouveau lien, avec un de ces numéros et votre courriel.`;
