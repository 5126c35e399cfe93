import type { ErrorPage } from "./error-page";

/** A write that does not come from a page of this portal. */
export function wrongOriginPage(appUrl: string): ErrorPage {
  return {
    status: 403,
    title: "Cet envoi n’a pas été accepté",
    sentences: [
      "Il ne vient pas d’une page de ce portail, ou votre navigateur ne le prouve pas. Rien n’a été enregistré.",
      "Revenez sur le portail et recommencez depuis la page de la démarche.",
    ],
    link: { href: appUrl, label: "Aller à l’accueil du portail" },
  };
}
