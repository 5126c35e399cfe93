import { LinkList } from "@/components/ui/link-list";
import { LinkButton } from "@/components/ui/link-button";
import { TextLink } from "@/components/ui/text-link";
import { quotaSentence, seasonSentence } from "@/lib/demarches/status";
import type { DemarcheCard } from "@/lib/demarches/types";

/** F9: the démarches that people come for, one press away; nothing where the town has none of them. */
export function DirectAccess({ demarches }: { demarches: readonly DemarcheCard[] }) {
  if (demarches.length === 0) return null;
  return (
    <section aria-labelledby="acces-directs" className="direct-access">
      <h2 id="acces-directs">Accès directs</h2>
      <LinkList links={demarches.map(({ slug, title }) => ({ href: `/demarches/${slug}`, label: title }))} />
    </section>
  );
}

/** What has a date or a limit at this time of the year. */
export function Topical({ demarches, today }: { demarches: readonly DemarcheCard[]; today: string }) {
  if (demarches.length === 0) return null;
  const links = demarches.map((demarche) => ({
    href: `/demarches/${demarche.slug}`,
    label: demarche.title,
    text: seasonSentence(demarche, today) ?? quotaSentence(demarche) ?? demarche.summary,
  }));
  return (
    <section aria-labelledby="a-la-une">
      <h2 id="a-la-une">À la une</h2>
      <LinkList links={links} />
    </section>
  );
}

/** For whoever filed something already, with an account or without. */
export function FollowPanel() {
  return (
    <section aria-labelledby="suivre" className="follow-panel">
      <h2 id="suivre">Suivre une demande</h2>
      <p>Avec le numéro de votre demande et votre courriel, voyez où elle en est. Aucun compte n’est nécessaire.</p>
      <LinkButton href="/suivi" variant="secondary">
        Suivre une demande
      </LinkButton>
      <p className="start-note">
        Une question ? <TextLink href="/aide">Consultez l’aide</TextLink>
      </p>
    </section>
  );
}
