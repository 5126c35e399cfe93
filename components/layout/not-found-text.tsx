import { LinkButton } from "@/components/ui/link-button";
import { Prose } from "@/components/ui/prose";
import { TextLink } from "@/components/ui/text-link";
import { Page } from "./page";
import { PageHeading } from "./page-heading";
import { PageTitle } from "./page-title";

/** Absent or somebody else's: the same words. `phone`: of the service that helps. */
export function NotFoundText({ phone }: { phone: string }) {
  return (
    <>
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
            Vous ne trouvez pas ? <TextLink href="/contact">Contactez-nous</TextLink> au {phone}.
          </p>
        </Prose>
      </Page>
    </>
  );
}
