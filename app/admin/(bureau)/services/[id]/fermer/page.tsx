import { CloseServiceForm } from "@/components/organisation/close-service-form";
import { Page } from "@/components/layout/page";
import { PageHeading } from "@/components/layout/page-heading";
import { BackLink } from "@/components/ui/back-link";
import { getServiceToClose } from "@/lib/demandes/queries/get-service-to-close";
import type { ServiceId } from "@/lib/shared/ids";
import { requireManager } from "@/lib/web/session/current-actor";
import { closeServiceAction } from "../../actions";
import { readNamed } from "../../../read-named";

export default async function CloseServicePage({ params }: PageProps<"/admin/services/[id]/fermer">) {
  const admin = await requireManager();
  const service = await readNamed((await params).id, (id: ServiceId) => getServiceToClose(admin, id));
  return (
    <Page width="form" before={<BackLink href={`/admin/services/${service.id}`}>Revenir au service</BackLink>}>
      <PageHeading title="Fermer un service" lead={service.name} />
      <CloseServiceForm action={closeServiceAction} service={service} />
    </Page>
  );
}
