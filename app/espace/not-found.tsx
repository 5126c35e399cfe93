import { Page } from "@/components/layout/page";
import { PageHeading } from "@/components/layout/page-heading";
import { PageTitle } from "@/components/layout/page-title";
import { ButtonRow } from "@/components/ui/button-row";
import { LinkButton } from "@/components/ui/link-button";
import { Prose } from "@/components/ui/prose";

/** Absent or somebody else's: the two look alike. */
export default function NotFound() {
  const title = "Rien à cette adresse dans votre espace";
  return (
    <>
      <PageTitle title={title} />
      <Page width="text">
        <PageHeading title={title} lead="Ce que vous cherchez a été supprimé, ou ne fait pas partie de votre compte." />
        <Prose>
          <p>Si vous avez fait cette demande sans compte, ouvrez-la avec son numéro et votre courriel.</p>
        </Prose>
        <ButtonRow>
          <LinkButton href="/espace">Mon tableau de bord</LinkButton>
          <LinkButton href="/suivi" variant="secondary">
            Suivre une demande
          </LinkButton>
        </ButtonRow>
      </Page>
    </>
  );
}
