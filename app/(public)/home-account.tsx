import { LinkButton } from "@/components/ui/link-button";
import { TextLink } from "@/components/ui/text-link";
import type { Viewer } from "@/lib/shared/portal";

/** F38: the sign-in box of the home page, or the way to one's space. */
export function HomeAccount({ viewer }: { viewer: Viewer }) {
  if (viewer.kind === "citizen") {
    return (
      <section aria-labelledby="mon-compte" className="hero-account">
        <h2 id="mon-compte">
          Bonjour <bdi>{viewer.name}</bdi>
        </h2>
        <p>Vos demandes, vos brouillons et vos pièces sont dans votre espace.</p>
        <LinkButton href="/espace">Mon tableau de bord</LinkButton>
      </section>
    );
  }
  return (
    <section aria-labelledby="mon-compte" className="hero-account">
      <h2 id="mon-compte">Mon compte</h2>
      <p>Retrouvez vos demandes et vos pièces.</p>
      <LinkButton href="/connexion">Se connecter</LinkButton>
      <p className="start-note">
        Pas encore de compte ? <TextLink href="/inscription">Créer mon compte</TextLink>
      </p>
    </section>
  );
}
