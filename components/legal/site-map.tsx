import { LinkList } from "@/components/ui/link-list";

const parts = [
  {
    title: "Démarches",
    links: [
      { href: "/", label: "Accueil" },
      { href: "/demarches", label: "Toutes les démarches" },
      { href: "/suivi", label: "Suivre une demande" },
      { href: "/recherche", label: "Recherche" },
    ],
  },
  {
    title: "Mon espace",
    links: [
      { href: "/connexion", label: "Se connecter" },
      { href: "/inscription", label: "Créer mon compte" },
      { href: "/espace", label: "Mon tableau de bord" },
      { href: "/espace/demandes", label: "Mes demandes" },
      { href: "/espace/brouillons", label: "Mes brouillons" },
      { href: "/espace/relations", label: "Mes relations" },
      { href: "/espace/porte-documents", label: "Mon porte-documents" },
      { href: "/espace/compte", label: "Gestion du compte" },
    ],
  },
  {
    title: "Aide et informations",
    links: [
      { href: "/aide", label: "Foire aux questions (FAQ)" },
      { href: "/contact", label: "Contact" },
      { href: "/accessibilite", label: "Accessibilité" },
      { href: "/mentions-legales", label: "Mentions légales" },
      { href: "/donnees-personnelles", label: "Données personnelles" },
      { href: "/cookies", label: "Cookies" },
      { href: "/conditions-d-utilisation", label: "Conditions d’utilisation" },
    ],
  },
] as const;

/** Every page that has a fixed address. */
export function SiteMap() {
  return (
    <div className="grid gap-10 sm:grid-cols-2">
      {parts.map(({ title, links }) => (
        <section key={title} aria-label={title}>
          <h2 className="mb-2">{title}</h2>
          <LinkList links={links} />
        </section>
      ))}
    </div>
  );
}
