import { PhoneLink } from "@/components/ui/contact-link";
import { accessibilityMention } from "@/lib/shared/accessibility";
import type { Portal } from "@/lib/shared/portal";

const columns = [
  {
    title: "Vos démarches",
    links: [
      { href: "/demarches", label: "Toutes les démarches" },
      { href: "/suivi", label: "Suivre une demande" },
      { href: "/aide", label: "Aide et questions fréquentes" },
      { href: "/contact", label: "Contact" },
    ],
  },
  {
    title: "Mon espace",
    links: [
      { href: "/espace", label: "Mon tableau de bord" },
      { href: "/espace/demandes", label: "Mes demandes" },
      { href: "/espace/porte-documents", label: "Mon porte-documents" },
      { href: "/espace/compte", label: "Gestion du compte" },
    ],
  },
] as const;

const legalLinks = [
  { href: "/mentions-legales", label: "Mentions légales" },
  { href: "/donnees-personnelles", label: "Données personnelles" },
  { href: "/cookies", label: "Cookies" },
  { href: "/conditions-d-utilisation", label: "Conditions d’utilisation" },
  { href: "/plan-du-site", label: "Plan du site" },
] as const;

/** How to reach someone, where to go, what the law asks. The help is at the same place on every page (WCAG 3.2.6). */
export function SiteFooter({ portal }: { portal: Portal }) {
  return (
    <footer className="site-footer">
      <div className="frame site-footer-columns">
        <section aria-labelledby="pied-contact">
          <h2 id="pied-contact">Besoin d’aide ?</h2>
          <p>{portal.contact.service}</p>
          <p>
            <PhoneLink phone={portal.contact.phone} />
          </p>
          <p>{portal.contact.hours}</p>
        </section>
        {columns.map((column) => (
          <nav key={column.title} aria-label={column.title}>
            <h2>{column.title}</h2>
            <FooterLinks links={column.links} />
          </nav>
        ))}
      </div>
      <nav className="frame site-footer-legal" aria-label="Informations légales">
        <FooterLinks
          links={[{ href: "/accessibilite", label: accessibilityMention(portal.accessibility) }, ...legalLinks]}
        />
        {portal.organisations.length > 1 ? (
          <p>Un portail commun : {portal.organisations.map(({ name }) => name).join(", ")}.</p>
        ) : null}
      </nav>
    </footer>
  );
}

function FooterLinks({ links }: { links: readonly { href: string; label: string }[] }) {
  return (
    <ul>
      {links.map(({ href, label }) => (
        <li key={href}>
          <a href={href}>{label}</a>
        </li>
      ))}
    </ul>
  );
}
