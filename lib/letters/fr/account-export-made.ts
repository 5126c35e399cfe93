import { formatDate } from "@/lib/shared/dates";
import type { Words } from "../wording/words";
import { noReply } from "./frame";

/** It leads to the page, where one signs in: a copy never travels by e-mail. */
export const accountExportMade: Words<"account.export_made"> = ({ expiresAt }) => ({
  subject: "La copie de vos données est prête",
  opening: "La copie de vos données que vous avez demandée est prête.",
  paragraphs: [`Vous pouvez la télécharger jusqu’au ${formatDate(expiresAt)}. Elle sera ensuite effacée du portail.`],
  action: { label: "Télécharger mes données", path: "/espace/compte/export" },
  closing: [
    "Si vous n’avez rien demandé, changez tout de suite votre mot de passe : quelqu’un d’autre le connaît.",
    noReply,
  ],
});
