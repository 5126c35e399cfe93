import { plainWords, wordsAsWritten } from "./search-words";
import type { Elsewhere } from "../types";

/** What people look for here and is done elsewhere, or on another page. `asked`: words of which one group must be there, whole, as they are written. */
const places: readonly (Elsewhere & { asked: readonly string[] })[] = [
  {
    asked: ["carte identité", "identité", "cni", "passeport", "identité nationale"],
    title: "La carte d’identité et le passeport ne se demandent pas sur ce portail",
    text: "Prenez rendez-vous dans une mairie équipée, où que vous habitiez. La pré-demande se remplit auparavant sur le site de France Titres.",
    link: { label: "Trouver un rendez-vous en mairie", href: "https://rendezvouspasseport.ants.gouv.fr" },
    isByPhone: true,
  },
  {
    asked: ["permis construire", "permis aménager", "déclaration préalable", "déclaration travaux", "urbanisme"],
    title: "Les autorisations d’urbanisme ne se demandent pas sur ce portail",
    text: "Permis de construire, déclaration préalable de travaux : les formulaires et la marche à suivre sont sur service-public.fr.",
    link: { label: "Ouvrir service-public.fr", href: "https://www.service-public.fr" },
    isByPhone: true,
  },
  {
    asked: ["pacs", "pacser", "pacte civil"],
    title: "Le Pacs ne se conclut pas sur ce portail",
    text: "Il se conclut à la mairie de votre domicile commun, ou chez un notaire. Le dossier à préparer est sur service-public.fr.",
    link: { label: "Ouvrir service-public.fr", href: "https://www.service-public.fr" },
    isByPhone: true,
  },
  {
    asked: ["permis conduire", "carte grise", "immatriculation", "certificat immatriculation"],
    title: "Le permis de conduire et la carte grise ne relèvent pas de la ville",
    text: "Ces titres se demandent sur le site de France Titres, un service de l’État.",
    link: { label: "Ouvrir le site de France Titres", href: "https://ants.gouv.fr" },
  },
  {
    asked: ["casier judiciaire"],
    title: "L’extrait de casier judiciaire ne relève pas de la ville",
    text: "Il se demande gratuitement sur le site du ministère de la Justice.",
    link: { label: "Ouvrir le site du casier judiciaire", href: "https://casier-judiciaire.justice.gouv.fr" },
  },
  {
    asked: ["impôt", "taxe foncière", "taxe habitation"],
    title: "Les impôts ne relèvent pas de la ville",
    text: "Déclarations, avis et paiements sont sur impots.gouv.fr.",
    link: { label: "Ouvrir impots.gouv.fr", href: "https://www.impots.gouv.fr" },
  },
  {
    asked: ["rsa", "caf", "allocation familiale", "aide logement", "apl"],
    title: "Les allocations ne se demandent pas sur ce portail",
    text: "Elles se demandent à votre caisse d’allocations familiales.",
    link: { label: "Ouvrir caf.fr", href: "https://www.caf.fr" },
  },
  {
    asked: ["logement social", "hlm"],
    title: "Le logement social ne se demande pas sur ce portail",
    text: "La demande est la même pour toute la France, sur le site de l’État.",
    link: { label: "Demander un logement social", href: "https://www.demande-logement-social.gouv.fr" },
  },
  {
    asked: ["supprimer compte", "fermer compte", "effacer compte", "clôturer compte"],
    title: "Supprimer votre compte",
    text: "Connectez-vous : la page dit auparavant ce que deviennent vos demandes et vos documents.",
    link: { label: "Supprimer mon compte", href: "/espace/compte/supprimer" },
  },
  {
    asked: ["mot passe", "identifiant oublié", "connecter"],
    title: "Vous n’arrivez pas à vous connecter ?",
    text: "Un lien envoyé à votre courriel suffit pour choisir un nouveau mot de passe.",
    link: { label: "Choisir un nouveau mot de passe", href: "/mot-de-passe-oublie" },
  },
  {
    asked: ["suivre", "suivi"],
    title: "Suivre une demande déjà envoyée",
    text: "Avec ou sans compte, le numéro de la demande et votre courriel suffisent.",
    link: { label: "Suivre ma demande", href: "/suivi" },
  },
];

/** Where to go for what the catalogue does not answer; null when the portal does not know. `words`: folded, in any order. */
export function findElsewhere(words: readonly string[]): Elsewhere | null {
  const singular = new Set(words.map(withoutPlural));
  const isAsked = (group: string) =>
    plainWords(group)
      .split(" ")
      .every((word) => singular.has(withoutPlural(word)));
  const found = places.find(({ asked }) => asked.some(isAsked));
  if (!found) return null;
  const { asked: _, ...place } = found;
  return place;
}

/** The words by which what is elsewhere is asked, each as it is written, to put right one that is misspelt. */
export function wordsElsewhere(): Map<string, string> {
  return wordsAsWritten(places.flatMap(({ asked }) => asked).join(" "));
}

/** Whether a word is one by which something elsewhere is asked, as it should be written. */
export function isSaidElsewhere(word: string): boolean {
  return [...wordsElsewhere().keys()].some((asked) => withoutPlural(asked) === withoutPlural(word));
}

function withoutPlural(word: string): string {
  return word.length > 3 ? word.replace(/[sx]$/, "") : word;
}
