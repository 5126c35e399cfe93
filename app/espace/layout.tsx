import type { ReactNode } from "react";
import { CitizenFrame } from "@/app/citizen-frame";
import { ExpiredForm } from "@/components/accounts/expired-form";
import { NavLinks } from "@/components/layout/nav-links";
import { findExpiredForm } from "@/lib/web/expired-form";

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
export default async function Layout({ children }: { children: ReactNode }) {
  const expired = await findExpiredForm();
  const menu = (
    <nav aria-label="Rubriques de mon espace" className="site-nav">
      <div className="frame">
        <NavLinks links={links} />
      </div>
    </nav>
  );
  return <CitizenFrame notices={menu}>{expired ? <ExpiredForm {...expired} /> : children}</CitizenFrame>;
}
