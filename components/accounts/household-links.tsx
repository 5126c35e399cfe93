import { LinkList } from "@/components/ui/link-list";

const links = [
  {
    href: "/espace/relations",
    label: "Compléter la composition de votre foyer",
    text: "Autre adulte, enfants : pour faire une démarche en leur nom.",
  },
  {
    href: "/espace/porte-documents",
    label: "Ranger vos pièces justificatives",
    text: "Pièce d’identité, justificatif de domicile : à fournir une fois, à joindre d’un geste.",
  },
];

/** F24, F31: never required. */
export function HouseholdLinks() {
  return (
    <>
      <h2>Votre foyer et vos pièces (facultatif)</h2>
      <LinkList links={links} />
    </>
  );
}
