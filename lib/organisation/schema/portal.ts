import { z } from "zod";
import { emailText, linesText, requiredText } from "@/lib/shared/form-schema";
import { unjudged } from "@/lib/shared/kept-value";

/** The addresses of the town: judged beside those that it keeps (`judgePortal`). */
export const portalPieces = {
  contact: { email: emailText("Saisissez le courriel de l’accueil.") },
  legal: { dpoEmail: emailText("Saisissez le courriel du délégué à la protection des données.") },
};

/** What the form « La ville » posts: names and words of the portal, its two colours, whom to write to. */
export const portalFormSchema = z.object({
  town: requiredText("Saisissez le nom de la ville.", 60),
  title: requiredText("Saisissez le nom du portail.", 80),
  colours: z.object({
    primary: requiredText("Choisissez la couleur principale.", 7),
    accent: requiredText("Choisissez la couleur d’accent.", 7),
  }),
  contact: z.object({
    service: requiredText("Saisissez le nom de l’accueil.", 120),
    ...unjudged(portalPieces.contact),
    // eslint-disable-next-line house/one-reader -- words that the pages show as they are: « 39 75 », « 03 22 00 00 00, le matin »
    phone: requiredText("Saisissez le téléphone de l’accueil.", 30),
    address: linesText(400, "Saisissez l’adresse postale."),
    hours: requiredText("Saisissez les horaires d’accueil.", 200),
  }),
  legal: z.object({
    publisher: requiredText("Saisissez l’éditeur du portail.", 200),
    director: requiredText("Saisissez le directeur ou la directrice de la publication.", 200),
    host: requiredText("Saisissez l’hébergeur.", 300),
    ...unjudged(portalPieces.legal),
  }),
});
export type PortalForm = z.infer<typeof portalFormSchema>;

/** What a logo may weigh. */
export const logoLimits = { bytes: 500_000 } as const;
/** The reasons why a logo is refused, in words. */
export const logoRefusals = {
  unreadable_image:
    "Ce fichier n’est pas une image que le portail sait lire. Choisissez un fichier SVG, PNG, JPEG ou WebP.",
  too_large: "Ce fichier est trop lourd : 500 Ko au plus.",
  too_many_at_once: "Choisissez un seul fichier.",
  too_large_together: "Cet envoi est trop lourd : 500 Ko au plus.",
  malformed: "L’envoi n’est pas arrivé en entier. Réessayez.",
  no_file: "Choisissez un fichier.",
  changed_meanwhile:
    "Le logo a changé depuis que vous avez ouvert cette page\u00A0: quelqu’un d’autre l’a remplacé ou retiré. Regardez celui qui est montré, puis choisissez à nouveau votre fichier pour mettre le vôtre à sa place.",
  readers_busy: "Beaucoup de fichiers arrivent en ce moment. Réessayez dans un instant.",
} as const;
export type LogoRefusal = keyof typeof logoRefusals;
