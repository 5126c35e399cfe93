import { noReply, type MailContent } from "@/lib/shared/mail-content";
import { count } from "@/lib/shared/text";
import { lifetimeSentence } from "@/lib/vocabulary/tokens";
import type { Left } from "./types";

/** The letters of a departure (F67, T4). The last one names nobody: nothing of the account is left to be named. */

export function deletionMail(greeting: string, secret: string): MailContent {
  return {
    subject: "Confirmez la suppression de votre compte",
    greeting,
    paragraphs: [
      "Vous avez demandé la suppression de votre compte. Rien n’est encore effacé : suivez ce lien pour relire ce qui va se passer, puis confirmez.",
      "La suppression est définitive : personne ne pourra rétablir votre compte ni ce qu’il contient.",
    ],
    action: { label: "Supprimer mon compte", path: `/compte/supprimer?jeton=${secret}` },
    closing: [
      lifetimeSentence("account_deletion"),
      "Si vous n’avez rien demandé, ne suivez pas ce lien et changez tout de suite votre mot de passe : quelqu’un d’autre le connaît.",
      noReply,
    ],
  };
}

export function accountDeletedMail({ finishing, withdrawn }: Left): MailContent {
  return {
    subject: "Votre compte est supprimé",
    greeting: "Bonjour,",
    paragraphs: [
      "Votre compte est supprimé. Vos données, vos relations, votre porte-documents et vos brouillons sont effacés, et vos demandes terminées sont anonymisées.",
      ...(withdrawn > 0 ? [sayWithdrawn(withdrawn)] : []),
      ...(finishing.length > 0
        ? [
            "Les demandes ci-dessous suivent leur cours sans votre compte. Pour les suivre, donnez leur numéro et le courriel inscrit dans la demande à la page « Suivre une demande ».",
          ]
        : []),
    ],
    facts: finishing.map(({ number, demarcheTitle }) => ({ label: demarcheTitle, value: number })),
    action: finishing.length > 0 ? { label: "Suivre une demande", path: "/suivi" } : undefined,
    closing: ["C’est le dernier courriel de votre compte : cette adresse n’est plus connue de lui.", noReply],
  };
}

function sayWithdrawn(withdrawn: number): string {
  return `Comme vous l’avez choisi, ${count(withdrawn, "demande en cours a été annulée", "demandes en cours ont été annulées")}.`;
}

/** `day`: « 28 mars 2027 ». */
export function idleMail(greeting: string, day: string): MailContent {
  return {
    subject: `Votre compte sera supprimé le ${day}`,
    greeting,
    paragraphs: [
      `Vous n’avez pas utilisé votre compte depuis presque deux ans. Sans visite de votre part, il sera supprimé le ${day}, avec vos relations, votre porte-documents et vos brouillons. Vos demandes en cours iront à leur terme ; les autres seront anonymisées.`,
      "Pour le garder, il suffit de vous connecter.",
    ],
    action: { label: "Me connecter et garder mon compte", path: "/connexion" },
    closing: [noReply],
  };
}
