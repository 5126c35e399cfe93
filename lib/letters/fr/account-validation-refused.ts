import type { Words } from "../wording/words";
import { noReply } from "./frame";

export const accountValidationRefused: Words<"account.validation_refused"> = ({ reason }) => ({
  subject: "La validation de votre compte est refusée",
  opening: "Un agent a examiné votre compte et ne l’a pas validé, pour la raison suivante.",
  paragraphs: [reason, "Vous pouvez contacter la mairie pour régulariser votre situation."],
  action: { label: "Contacter la mairie", path: "/contact" },
  closing: [noReply],
});
