import { formatDate } from "@/lib/shared/dates";
import { lifetime } from "@/lib/vocabulary/lifetimes";
import type { Words } from "../wording/words";
import { noReply } from "./frame";

export const accountIdle: Words<"account.idle"> = (facts) => {
  const day = formatDate(facts.day);
  return {
    subject: `Votre compte sera supprimé le ${day}`,
    opening: `Vous n’avez pas utilisé votre compte depuis presque ${lifetime("idle_account")}. Sans visite de votre part, il sera supprimé le ${day}, avec vos relations, votre porte-documents et vos brouillons. Vos demandes en cours iront à leur terme ; les autres seront anonymisées.`,
    paragraphs: ["Pour le garder, il suffit de vous connecter."],
    action: { label: "Me connecter et garder mon compte", path: "/connexion" },
    closing: [noReply],
  };
};
