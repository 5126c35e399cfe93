import { Page } from "@/components/layout/page";
import { PageHeading } from "@/components/layout/page-heading";
import { PageTitle } from "@/components/layout/page-title";
import { ButtonRow } from "@/components/ui/button-row";
import { LinkButton } from "@/components/ui/link-button";
import { Prose } from "@/components/ui/prose";

/** Where the deletion leads. It names nobody, and anyone may read it. */
export default function AccountDeletedPage() {
  return (
    <Page width="text">
      <PageTitle title="Votre compte est supprimé" />
      <PageHeading title="Votre compte est supprimé" lead="Vous êtes déconnecté de tous vos appareils." />
      <Prose>
        <p>
          Vos données, vos relations, votre porte-documents et vos brouillons sont effacés. Vos demandes terminées sont
          anonymisées.
        </p>
        <p>
          Un dernier courriel vous le confirme. Si des demandes suivent leur cours, il donne leurs numéros : suivez-les
          avec le courriel inscrit dans la demande.
        </p>
      </Prose>
      <ButtonRow>
        <LinkButton href="/suivi" variant="secondary">
          Suivre une demande
        </LinkButton>
        <LinkButton href="/" variant="plain">
          Page d’accueil
        </LinkButton>
      </ButtonRow>
    </Page>
  );
}
