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
    text: "Nom, adresse, téléphones : ce qui préremplit vos démarches.",
  },
  {
    href: "/espace/compte/supprimer",
    label: "Supprimer le compte",
    text: "Définitivement : vous verrez d’abord ce que devient chaque demande.",
  },
];

const more = [
  {
    href: "/espace/compte/preferences",
    label: "Mes préférences",
    text: "Moyen de contact et notifications par courriel.",
  },
];

export function AccountActions() {
  return (
    <>
      <LinkList links={actions} />
      <h2>Préférences</h2>
      <LinkList links={more} />
    </>
  );
}
