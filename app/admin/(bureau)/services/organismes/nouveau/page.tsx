import { OrganisationForm } from "@/components/organisation/organisation-form";
import { Page } from "@/components/layout/page";
import { PageHeading } from "@/components/layout/page-heading";
import { BackLink } from "@/components/ui/back-link";
import { requireAdmin } from "@/lib/web/session/current-actor";
import { addOrganisationAction } from "../../actions";

const title = "Ajouter un organisme";

export default async function AddOrganisationPage() {
  await requireAdmin();
  return (
    <Page width="form" before={<BackLink href="/admin/services">Services</BackLink>}>
      <PageHeading
        title={title}
        lead="La ville, son agglomération, son CCAS : chacun de ceux dont les services répondent."
      />
      <OrganisationForm action={addOrganisationAction} title={title} />
    </Page>
  );
}
