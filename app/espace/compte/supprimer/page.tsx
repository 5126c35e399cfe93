import { Page } from "@/components/layout/page";
import { PageHeading } from "@/components/layout/page-heading";
import { PageTitle } from "@/components/layout/page-title";
import { BackLink } from "@/components/ui/back-link";
import { Prose } from "@/components/ui/prose";
import { TextLink } from "@/components/ui/text-link";
import { requireCitizen } from "@/lib/web/current-actor";
import { getPortal } from "@/lib/web/portal";

/** How to have the account deleted. RGPD, art. 12(3) and 17: an answer within one month. */
export default async function DeleteAccountPage() {
  await requireCitizen();
  const { legal } = await getPortal();
  return (
    <Page width="text" before={<BackLink href="/espace/compte">Gestion du compte</BackLink>}>
      <PageTitle title="Supprimer le compte" />
      <PageHeading
        title="Supprimer le compte"
        lead="La suppression est définitive. Elle se demande au délégué à la protection des données."
      />
      <Prose>
        <p>
          Écrivez à <TextLink href={`mailto:${legal.dpoEmail}`}>{legal.dpoEmail}</TextLink> depuis le courriel de votre
          compte. Vous aurez une réponse dans le mois qui suit.
        </p>
        <h2>Ce qui sera effacé</h2>
        <ul>
          <li>vos données, vos relations et votre porte-documents ;</li>
          <li>vos brouillons.</li>
        </ul>
        <h2>Vos demandes</h2>
        <p>
          Une demande en cours doit d’abord être terminée ou{" "}
          <TextLink href="/espace/demandes">retirée par vous</TextLink>. Les demandes terminées sont rendues anonymes.
        </p>
      </Prose>
    </Page>
  );
}
