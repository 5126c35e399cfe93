import { LinkList } from "@/components/ui/link-list";

/** F4: these four, in this order. */
const actions = [
  {
    href: "/espace/compte/courriel",
    label: "Modifier le courriel associé",
    text: "L’adresse qui vous identifie et qui reçoit nos messages.",
  },
  {
    href: "/espace/compte/mot-de-passe",
    label: "Modifier le mot de passe",
    text: "Votre mot de passe actuel vous sera demandé.",
  },
  {
    href: "/espace/compte/donnees",
    label: "Éditer les données du compte",
    text: "Identité, adresse, moyens de contact : ce qui préremplit vos démarches.",
  },
  {
    href: "/espace/compte/supprimer",
    label: "Supprimer le compte",
    text: "Définitivement : vous verrez d’abord ce que devient chaque demande.",
  },
];

const more = [
  {
    href: "/espace/compte/preferences",
    label: "Mes préférences",
    text: "Les courriels facultatifs que vous souhaitez recevoir.",
  },
  {
    href: "/espace/compte/identifiant",
    label: "Mon identifiant",
    text: "Le nom court qui vous connecte aussi bien que votre courriel.",
  },
  {
    href: "/espace/compte/export",
    label: "Mes données",
    text: "Une copie de tout ce que le portail garde de vous.",
  },
  {
    href: "/espace/compte/connexions",
    label: "Mes connexions",
    text: "Les appareils où votre compte est ouvert, et comment les fermer.",
  },
];

export function AccountActions() {
  return (
    <>
      <LinkList links={actions} />
      <h2>Préférences et sécurité</h2>
      <LinkList links={more} />
    </>
  );
}
