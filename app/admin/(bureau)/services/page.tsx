import { OrganisationList } from "@/components/organisation/organisation-list";
import { Page } from "@/components/layout/page";
import { PageHeading } from "@/components/layout/page-heading";
import { PageTitle } from "@/components/layout/page-title";
import { ButtonRow } from "@/components/ui/button-row";
import { LinkButton } from "@/components/ui/link-button";
import { listOrganisations } from "@/lib/organisation/queries/list-organisations";
import { requireManager } from "@/lib/web/session/current-actor";

export default async function ServicesPage() {
  const admin = await requireManager();
  const organisations = await listOrganisations(admin);
  const isOfPortal = admin.kind === "admin";
  return (
    <>
      <PageTitle title="Services" />
      <Page width="wide">
        <PageHeading title="Services" lead="Qui répond aux démarches, et sous le nom de quel organisme." />
        {organisations.length > 0 ? (
          <div className="mb-6">
            <ButtonRow>
              <LinkButton href="/admin/services/nouveau">Créer un service</LinkButton>
              {isOfPortal ? (
                <LinkButton href="/admin/services/organismes/nouveau" variant="secondary">
                  Ajouter un organisme
                </LinkButton>
              ) : null}
            </ButtonRow>
          </div>
        ) : null}
        <OrganisationList organisations={organisations} isOfPortal={isOfPortal} />
      </Page>
    </>
  );
}
