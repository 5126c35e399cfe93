import { Page } from "@/components/layout/page";
import { PageHeading } from "@/components/layout/page-heading";
import { PageTitle } from "@/components/layout/page-title";
import { ButtonRow } from "@/components/ui/button-row";
import { LinkButton } from "@/components/ui/link-button";
import { TextLink } from "@/components/ui/text-link";
import { Prose } from "@/components/ui/prose";

/** A draft that does not exist, or is somebody else's: the two look alike. `path`: the address that was asked for. */
export function DraftNotFound({ path }: { path: string }) {
  const draft = /^\/demandes\/[0-9a-f-]{36}/.exec(path)?.[0];
  const again = draft ? `${draft}/reprendre` : "/suivi";
  return (
    <>
      <PageTitle title="Cette demande ne peut pas être ouverte ici" />
      <Page>
        <PageHeading title="Cette demande ne peut pas être ouverte ici" />
        <Prose>
          <p>Nous ne trouvons pas de demande à cette adresse pour vous. Voici les raisons possibles :</p>
          <ul>
            <li>votre session a pris fin : connectez-vous, votre brouillon est dans « Mes brouillons » ;</li>
            <li>
              vous l’avez commencée sans compte, sur un autre appareil ou avant de fermer le navigateur :{" "}
              <TextLink href={again}>recevez un lien pour la reprendre</TextLink>, si vous y aviez donné votre courriel
              ;
            </li>
            <li>ce brouillon a été supprimé, ou il est resté trop longtemps sans être modifié ;</li>
            <li>cette demande n’est pas la vôtre.</li>
          </ul>
        </Prose>
        <ButtonRow>
          <LinkButton href="/espace/brouillons">Voir mes brouillons</LinkButton>
          <LinkButton href="/suivi" variant="secondary">
            Suivre une demande
          </LinkButton>
        </ButtonRow>
      </Page>
    </>
  );
}
