import { LinkList } from "@/components/ui/link-list";

const demarches = [
  { href: "/", label: "Accueil" },
  { href: "/demarches", label: "Toutes les démarches" },
  { href: "/suivi", label: "Suivre une demande" },
  { href: "/quitter", label: "Quitter et effacer de cet appareil" },
  { href: "/recherche", label: "Recherche" },
] as const;

const access = [
  { href: "/connexion", label: "Se connecter" },
  { href: "/connexion/lien", label: "Me connecter par un lien" },
  { href: "/mot-de-passe-oublie", label: "Mot de passe oublié" },
  { href: "/identifiant-oublie", label: "Identifiant oublié" },
  { href: "/inscription", label: "Créer mon compte" },
] as const;

const space = [
  { href: "/espace", label: "Mon tableau de bord" },
  { href: "/espace/demandes", label: "Mes demandes" },
  { href: "/espace/brouillons", label: "Mes brouillons" },
  { href: "/espace/sans-compte", label: "Demandes faites sans compte" },
  { href: "/espace/echanges", label: "Échanges à lire" },
  { href: "/espace/notifications", label: "Mes notifications" },
  { href: "/espace/coordonnees", label: "Mes coordonnées" },
  { href: "/espace/relations", label: "Mes relations" },
  { href: "/espace/relations/ajouter", label: "Ajouter une relation" },
  { href: "/espace/porte-documents", label: "Mon porte-documents" },
  { href: "/espace/porte-documents/ajouter", label: "Ajouter une pièce" },
] as const;

const account = [
  { href: "/espace/compte", label: "Gestion du compte" },
  { href: "/espace/compte/donnees", label: "Éditer les données du compte" },
  { href: "/espace/compte/donnees/identite", label: "Modifier votre identité" },
  { href: "/espace/compte/donnees/adresse", label: "Modifier votre adresse" },
  { href: "/espace/compte/donnees/contact", label: "Modifier vos moyens de contact" },
  { href: "/espace/compte/courriel", label: "Modifier le courriel associé" },
  { href: "/espace/compte/identifiant", label: "Modifier l’identifiant" },
  { href: "/espace/compte/mot-de-passe", label: "Modifier le mot de passe" },
  { href: "/espace/compte/preferences", label: "Mes préférences" },
  { href: "/espace/compte/connexions", label: "Mes connexions" },
  { href: "/espace/compte/export", label: "Mes données" },
  { href: "/espace/compte/supprimer", label: "Supprimer le compte" },
] as const;

const franceConnect = { href: "/espace/compte/franceconnect", label: "FranceConnect" } as const;

const help = [
  { href: "/aide", label: "Foire aux questions (FAQ)" },
  { href: "/contact", label: "Contact" },
  { href: "/accessibilite", label: "Accessibilité" },
  { href: "/mentions-legales", label: "Mentions légales" },
  { href: "/donnees-personnelles", label: "Données personnelles" },
  { href: "/cookies", label: "Cookies" },
  { href: "/conditions-d-utilisation", label: "Conditions d’utilisation" },
] as const;

/** Every page that has a fixed address, save those that a letter or a form leads to (e2e/security/site-map.spec.ts holds both lists). */
export function SiteMap({ usesFranceConnect }: { usesFranceConnect: boolean }) {
  const parts = [
    { title: "Démarches", links: demarches },
    { title: "Accès", links: access },
    { title: "Mon espace", links: space },
    { title: "Mon compte", links: usesFranceConnect ? [...account, franceConnect] : account },
    { title: "Aide et informations", links: help },
  ];
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
