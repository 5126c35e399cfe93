import { Page } from "@/components/layout/page";
import { PageHeading } from "@/components/layout/page-heading";
import { PageTitle } from "@/components/layout/page-title";
import { ButtonRow } from "@/components/ui/button-row";
import { LinkButton } from "@/components/ui/link-button";
import { Prose } from "@/components/ui/prose";
import { count } from "@/lib/shared/text";
import { firstOf } from "@/lib/web/page/first-of";

/** What « Quitter » closed and erased. */
export default async function QuitDonePage({ searchParams }: PageProps<"/quitter/termine">) {
  const query = await searchParams;
  const [closed, erased] = [readCount(query.demandes), readCount(query.brouillons)];
  return (
    <Page width="text">
      <PageTitle title="C’est effacé de cet appareil" />
      <PageHeading title="C’est effacé de cet appareil" lead="Vous pouvez laisser la place." />
      <Prose>
        <ul>
          {closed > 0 ? (
            <li>
              {count(closed, "demande ne s’ouvre", "demandes ne s’ouvrent")} plus ici. Rien ne change pour le service.
              Un nouveau lien, demandé avec le numéro et votre courriel, {closed === 1 ? "la" : "les"} rouvre sur
              l’appareil de votre choix.
            </li>
          ) : null}
          {erased > 0 ? (
            <li>
              {count(erased, "brouillon est supprimé", "brouillons sont supprimés")}, avec ses réponses et fichiers.
            </li>
          ) : null}
          <li>Fermez aussi les onglets restés ouverts, et ne laissez pas votre messagerie ouverte sur cet appareil.</li>
        </ul>
      </Prose>
      <ButtonRow>
        <LinkButton href="/">Aller à l’accueil</LinkButton>
        <LinkButton href="/suivi" variant="plain">
          Recevoir un nouveau lien
        </LinkButton>
      </ButtonRow>
    </Page>
  );
}

function readCount(text: string | string[] | undefined): number {
  const read = Number(firstOf(text));
  return Number.isInteger(read) && read > 0 && read < 1_000 ? read : 0;
}
