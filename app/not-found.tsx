import { LinkButton } from "@/components/ui/link-button";
import { Page } from "@/components/layout/page";
import { PageHeading } from "@/components/layout/page-heading";
import { PageTitle } from "@/components/layout/page-title";
import { SiteFrame } from "@/components/layout/site-frame";
import { Prose } from "@/components/ui/prose";
import { TextLink } from "@/components/ui/text-link";
import { currentViewer } from "@/lib/web/current-actor";
import { getPortal } from "@/lib/web/portal";

/** Absent or somebody else's: the same page. */
export default async function NotFoundPage() {
  const [portal, viewer] = await Promise.all([getPortal(), currentViewer()]);
  return (
    <SiteFrame portal={portal} viewer={viewer}>
      <PageTitle title="Page introuvable" />
      <Page>
        <PageHeading title="Page introuvable" lead="Rien ne se trouve à cette adresse, ou vous n’y avez pas accès." />
        <Prose>
          <ul>
            <li>Si vous avez saisi l’adresse, vérifiez qu’elle est complète.</li>
            <li>Si vous avez suivi un lien reçu par courriel, il a peut-être été coupé : copiez-le en entier.</li>
            <li>
              Si vous cherchez une de vos demandes, <TextLink href="/connexion">connectez-vous</TextLink> ou utilisez{" "}
              <TextLink href="/suivi">Suivre une demande</TextLink>.
            </li>
          </ul>
          <p>
            <LinkButton href="/demarches">Voir toutes les démarches</LinkButton>
          </p>
          <p>
            Vous ne trouvez pas ? <TextLink href="/contact">Contactez-nous</TextLink> au {portal.contact.phone}.
          </p>
        </Prose>
      </Page>
    </SiteFrame>
  );
}
