import { NavLinks } from "@/components/layout/nav-links";

const links = [
  { href: "/espace", label: "Tableau de bord" },
  { href: "/espace/demandes", label: "Mes demandes" },
  { href: "/espace/brouillons", label: "Mes brouillons" },
  { href: "/espace/porte-documents", label: "Porte-documents" },
  { href: "/espace/relations", label: "Mes relations" },
  { href: "/espace/compte", label: "Mon compte" },
];

/** The second menu, inside the citizen's space. */
export function SpaceMenu() {
  return (
    <nav aria-label="Rubriques de mon espace" className="site-nav">
      <div className="frame">
        <NavLinks links={links} />
      </div>
    </nav>
  );
}
