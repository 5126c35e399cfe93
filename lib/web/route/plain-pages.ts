import type { ErrorPage } from "./error-page";

/** Pages that are said without rendering any of the application. */
export const homeLink = { href: "/", label: "Aller à l’accueil du portail" };

export const missingPage: ErrorPage = {
  status: 404,
  title: "Cette page n’existe pas",
  sentences: ["Elle a pu être déplacée, ou elle ne vous est pas destinée."],
  link: homeLink,
};

/** `number`: that of its line in the log. */
export function brokenPage(number: string): ErrorPage {
  return {
    status: 500,
    title: "Une erreur est survenue de notre côté",
    sentences: [`Réessayez dans un instant. Si cela recommence, donnez au service le numéro ${number}.`],
    link: homeLink,
  };
}
