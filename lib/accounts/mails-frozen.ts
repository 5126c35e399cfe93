import { formatDateTime } from "@/lib/shared/dates";
import { greetingOf, noReply, type MailContent } from "@/lib/shared/mail-content";
import type { Portal } from "@/lib/shared/portal";
import { tokenLifetime } from "@/lib/vocabulary/tokens";

/** The letters of an account that two people claim (docs/decisions/024). Those to both parties name nobody, and carry no link that does anything. */

type Contact = Portal["contact"];

const come =
  "Si c’est votre compte, présentez-vous à l’accueil avec une pièce d’identité. Ses demandes et ses documents sont conservés.";
const notMine = "Si ce n’est pas votre compte, vous n’avez rien à faire.";

/** Both say that the account is theirs: one at the counter, the other by the link of an address. */
export function frozenMail(contact: Contact): MailContent {
  return toParties(contact, "Un compte est gelé : présentez-vous à l’accueil", [
    "Deux personnes disent qu’un même compte du portail est le leur : l’une s’est présentée à l’accueil, l’autre s’y est opposée depuis l’adresse du compte.",
    "Le compte est gelé : personne ne peut s’y connecter, et plus rien n’en est envoyé, tant que des agents n’ont pas vu à qui il appartient.",
    come,
    notMine,
  ]);
}

/** Two agents believe that the old mailbox is in somebody else's hands: it is told, so that its reader may come, and can do nothing more. */
export function heldMail(contact: Contact, effectiveAt: Date): MailContent {
  return toParties(contact, "Un compte est gelé, et va changer d’adresse", [
    "Une personne s’est présentée à l’accueil avec une pièce d’identité : l’adresse de son compte serait lue par quelqu’un d’autre. Deux agents l’ont vérifié.",
    `Le compte est gelé : personne ne peut s’y connecter. Il changera d’adresse le ${formatDateTime(effectiveAt)}.`,
    "Si c’est votre compte et que ce n’est pas vous qui êtes venu, présentez-vous à l’accueil avant cette date, avec une pièce d’identité.",
    notMine,
  ]);
}

export function reopeningAskedMail(contact: Contact, from: Date): MailContent {
  return toParties(contact, "Un compte gelé va être rouvert", [
    `Une personne s’est présentée à l’accueil avec une pièce d’identité pour rouvrir le compte gelé, avec l’adresse qu’il a. Un second agent peut le rouvrir à partir du ${formatDateTime(from)}.`,
    "Si c’est votre compte et que ce n’est pas vous qui êtes venu, présentez-vous à l’accueil avant cette date, avec une pièce d’identité.",
    notMine,
  ]);
}

export function stillFrozenMail(contact: Contact): MailContent {
  return toParties(contact, "Le compte reste gelé", [
    "Ce qui vous avait été annoncé n’aura pas lieu : un agent l’a refusé. Le compte reste gelé.",
    come,
    notMine,
  ]);
}

export function reopenedToOthersMail(contact: Contact): MailContent {
  return toParties(contact, "Le compte gelé est rouvert", [
    "Deux agents ont vu à qui il appartient : le compte est rouvert, avec l’adresse qu’il avait.",
    "Si vous pensez que c’est une erreur, présentez-vous à l’accueil avec une pièce d’identité.",
  ]);
}

/** To the owner, whose doors are all new. */
export function reopenedMail(name: string, secret: string): MailContent {
  return {
    subject: "Votre compte est rouvert",
    greeting: greetingOf(name),
    paragraphs: [
      "Votre compte n’est plus gelé. Choisissez un nouveau mot de passe pour vous connecter : l’ancien ne sert plus.",
      "Pendant ce temps, aucun courriel n’est parti : lisez vos notifications pour savoir ce qui s’est passé.",
    ],
    action: { label: "Choisir un nouveau mot de passe", path: `/mot-de-passe/nouveau?jeton=${secret}` },
    closing: [
      `Ce lien est valable ${tokenLifetime("password_reset")}. Passé ce délai, demandez-en un autre avec « Mot de passe oublié ».`,
      noReply,
    ],
  };
}

const adminWords = {
  asked: "a demandé la récupération d’un compte d’usager, ou sa réouverture.",
  held: "a confirmé qu’un compte d’usager va changer d’adresse sans que l’ancienne puisse s’y opposer.",
} as const;

/** To the other administrators. It names no citizen: the sheet does, and the journal says who read it. */
export function adminRecoveryMail(
  act: keyof typeof adminWords,
  { reader, by, accountId }: { reader: string; by: string; accountId: string },
): MailContent {
  return {
    subject: "Récupération d’un compte d’usager",
    greeting: greetingOf(reader),
    paragraphs: [
      `${by} ${adminWords[act]}`,
      "Ce courriel part à chaque fois, à tous les autres administrateurs. Si cela vous surprend, ouvrez le compte : un agent peut refuser la demande.",
    ],
    action: { label: "Ouvrir le compte", path: `/admin/comptes/${accountId}` },
    closing: [noReply],
  };
}

function toParties(
  { service, phone, email, address, hours }: Contact,
  subject: string,
  paragraphs: string[],
): MailContent {
  return {
    subject,
    greeting: greetingOf(null),
    paragraphs,
    facts: [
      { label: "Accueil", value: service },
      { label: "Adresse", value: address.join(", ") },
      { label: "Horaires", value: hours },
      { label: "Téléphone", value: phone },
      { label: "Courriel", value: email },
    ],
    action: { label: "Trouver l’accueil", path: "/contact" },
    closing: [noReply],
  };
}
