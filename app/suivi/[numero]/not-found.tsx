import { Page } from "@/components/layout/page";
import { PageHeading } from "@/components/layout/page-heading";
import { PageTitle } from "@/components/layout/page-title";
import { ButtonRow } from "@/components/ui/button-row";
import { LinkButton } from "@/components/ui/link-button";
import { Prose } from "@/components/ui/prose";

/** A number that does not exist, or somebody else's: the two look alike. */
export default function NotFound() {
  const title = "Cette demande ne peut pas être ouverte ici";
  return (
    <>
      <PageTitle title={title} />
      <Page width="text">
        <PageHeading title={title} lead="Par sécurité, son numéro ne suffit pas pour l’ouvrir." />
        <Prose>
          <ul>
            <li>Vous l’avez faite sans compte : recevez un lien à l’adresse que vous y avez donnée.</li>
            <li>Vous l’avez faite avec un compte, ou vous l’y avez rattachée : connectez-vous.</li>
            <li>Vérifiez aussi le numéro : il est sur votre récépissé.</li>
          </ul>
        </Prose>
        <ButtonRow>
          <LinkButton href="/suivi">Recevoir un lien</LinkButton>
          <LinkButton href="/espace/demandes" variant="secondary">
            Me connecter
          </LinkButton>
        </ButtonRow>
      </Page>
    </>
  );
}
