import type { ReactNode } from "react";
import { CitizenFrame } from "@/app/citizen-frame";
import { LateForm } from "@/app/late-form";
import { NavLinks } from "@/components/layout/nav-links";

const links = [
  { href: "/espace", label: "Tableau de bord" },
  { href: "/espace/demandes", label: "Mes demandes" },
  { href: "/espace/brouillons", label: "Mes brouillons" },
  { href: "/espace/porte-documents", label: "Porte-documents" },
  { href: "/espace/relations", label: "Mes relations" },
  { href: "/espace/compte", label: "Mon compte" },
];

/**
 * The citizen's space. Each page asks by itself who is there. A form that came after the end of the session is shown back in
 * place of its page, which could not say whose it is.
 */
export default function Layout({ children }: { children: ReactNode }) {
  const menu = (
    <nav aria-label="Rubriques de mon espace" className="site-nav">
      <div className="frame">
        <NavLinks links={links} />
      </div>
    </nav>
  );
  return (
    <CitizenFrame notices={menu}>
      <LateForm>{children}</LateForm>
    </CitizenFrame>
  );
}
