import { DemarcheTable } from "@/components/admin/demarche-table";
import { Page } from "@/components/layout/page";
import { PageHeading } from "@/components/layout/page-heading";
import { PageTitle } from "@/components/layout/page-title";
import { ButtonRow } from "@/components/ui/button-row";
import { LinkButton } from "@/components/ui/link-button";
import { listEveryDemarche } from "@/lib/demarches/queries/list-every-demarche";
import { requireAdmin } from "@/lib/web/current-actor";

export default async function DemarchesPage() {
  const demarches = await listEveryDemarche(await requireAdmin());
  return (
    <>
      <PageTitle title="Démarches" />
      <Page width="wide">
        <PageHeading title="Démarches" lead="Les démarches du portail et la version de leur formulaire." />
        {demarches.length > 0 ? (
          <ButtonRow>
            <LinkButton href="/admin/demarches/publier">Publier des démarches livrées</LinkButton>
          </ButtonRow>
        ) : null}
        <DemarcheTable demarches={demarches} />
      </Page>
    </>
  );
}
