import { Page } from "@/components/layout/page";
import { PageHeading } from "@/components/layout/page-heading";
import { PageTitle } from "@/components/layout/page-title";
import { ButtonRow } from "@/components/ui/button-row";
import { LinkButton } from "@/components/ui/link-button";

const title = "Cette demande est déjà décidée";

/** The agents came before the person who would have stopped them. */
export function DecidedRecovery() {
  return (
    <Page width="form">
      <PageTitle title={title} />
      <PageHeading
        title={title}
        lead="Les agents ont déjà confirmé ou refusé ce changement d’adresse. Si vous n’en êtes pas à l’origine, contactez tout de suite la mairie."
      />
      <ButtonRow>
        <LinkButton href="/contact">Contacter la mairie</LinkButton>
      </ButtonRow>
    </Page>
  );
}
