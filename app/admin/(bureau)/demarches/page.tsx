import { DemarcheTable } from "@/components/demarches/agents/demarche-table";
import { Page } from "@/components/layout/page";
import { PageHeading } from "@/components/layout/page-heading";
import { PageTitle } from "@/components/layout/page-title";
import { LinkButton } from "@/components/ui/link-button";
import { listEveryDemarche } from "@/lib/demarches/queries/list-every-demarche";
import { requireAdmin } from "@/lib/web/session/current-actor";

export default async function DemarchesPage() {
  const demarches = await listEveryDemarche(await requireAdmin());
  return (
    <>
      <PageTitle title="Démarches" />
      <Page width="wide">
        <PageHeading title="Démarches" lead="Les démarches du portail et la version de leur formulaire." />
        {demarches.length > 0 ? (
          <div className="mb-6">
            <LinkButton href="/admin/demarches/publier">Publier des démarches livrées</LinkButton>
          </div>
        ) : null}
        <DemarcheTable demarches={demarches} />
      </Page>
    </>
  );
}
