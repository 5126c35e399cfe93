import { NavLinks } from "@/components/layout/nav-links";
import { SiteFrame } from "@/components/layout/site-frame";
import { FlashBanner } from "@/components/ui/flash-banner";
import { currentViewer } from "@/lib/web/current-actor";
import { readFlash } from "@/lib/web/flash";
import { getPortal } from "@/lib/web/portal";

const links = [
  { href: "/espace", label: "Tableau de bord" },
  { href: "/espace/demandes", label: "Mes demandes" },
  { href: "/espace/brouillons", label: "Mes brouillons" },
  { href: "/espace/porte-documents", label: "Porte-documents" },
  { href: "/espace/relations", label: "Mes relations" },
  { href: "/espace/compte", label: "Mon compte" },
];

/** The citizen's space. Each page asks by itself who is there. */
export default async function Layout({ children }: LayoutProps<"/espace">) {
  const [portal, viewer, message] = await Promise.all([getPortal(), currentViewer(), readFlash()]);
  const notices = (
    <>
      <nav aria-label="Mon espace" className="site-nav">
        <div className="frame">
          <NavLinks links={links} />
        </div>
      </nav>
      {message ? <FlashBanner>{message}</FlashBanner> : null}
    </>
  );
  return (
    <SiteFrame portal={portal} viewer={viewer} notices={notices}>
      {children}
    </SiteFrame>
  );
}
