import { formatDate } from "@/lib/shared/dates";
import { greetingOf, noReply, type MailContent } from "@/lib/shared/mail-content";

/** Says that a copy can be downloaded. It leads to the page, where one signs in: a copy never travels by e-mail. */
export function exportReadyMail(name: string, expiresAt: Date): MailContent {
  return {
    subject: "La copie de vos données est prête",
    greeting: greetingOf(name),
    paragraphs: [
      "La copie de vos données que vous avez demandée est prête.",
      `Vous pouvez la télécharger jusqu’au ${formatDate(expiresAt)}. Elle sera ensuite effacée du portail.`,
    ],
    action: { label: "Télécharger mes données", path: "/espace/compte/export" },
    closing: [
      "Si vous n’avez rien demandé, changez tout de suite votre mot de passe : quelqu’un d’autre le connaît.",
      noReply,
    ],
  };
}
