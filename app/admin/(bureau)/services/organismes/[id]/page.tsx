import { OrganisationForm } from "@/components/organisation/organisation-form";
import { OrganisationPanel } from "@/components/organisation/service-panel";
import { AsideLink, Page } from "@/components/layout/page";
import { PageHeading } from "@/components/layout/page-heading";
import { BackLink } from "@/components/ui/back-link";
import { StatusTag } from "@/components/ui/status-tag";
import { getOrganisation } from "@/lib/organisation/queries/list-organisations";
import type { OrganisationId } from "@/lib/shared/ids";
import { requireAdmin } from "@/lib/web/session/current-actor";
import { changeOrganisationAction, closeOrganisationAction, reopenOrganisationAction } from "../../actions";
import { readNamed } from "../../../read-named";

export default async function OrganisationPage({ params }: PageProps<"/admin/services/organismes/[id]">) {
  const admin = await requireAdmin();
  const organisation = await readNamed((await params).id, (id: OrganisationId) => getOrganisation(admin, id));
  const panel = (
    <OrganisationPanel organisation={organisation} close={closeOrganisationAction} reopen={reopenOrganisationAction} />
  );
  return (
    <Page before={<BackLink href="/admin/services">Services</BackLink>} aside={panel}>
      <PageHeading title={organisation.name} tag={organisation.closedAt ? <StatusTag label="Fermé" /> : null} />
      <AsideLink>Aller aux actions</AsideLink>
      <OrganisationForm action={changeOrganisationAction} title="Organisme" organisation={organisation} />
    </Page>
  );
}
