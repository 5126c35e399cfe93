import { ChangeServiceForm } from "@/components/organisation/service-form";
import { ServiceFollowers, ServicePanel } from "@/components/organisation/service-panel";
import { AsideLink, Page } from "@/components/layout/page";
import { PageHeading } from "@/components/layout/page-heading";
import { BackLink } from "@/components/ui/back-link";
import { StatusTag } from "@/components/ui/status-tag";
import { SummaryCard } from "@/components/ui/summary-card";
import { TextLink } from "@/components/ui/text-link";
import { getService, listOrganisations } from "@/lib/organisation/queries/list-organisations";
import type { ServiceId } from "@/lib/shared/ids";
import { requireManager } from "@/lib/web/session/current-actor";
import { changeServiceAction, reopenServiceAction } from "../actions";
import { readNamed } from "../../read-named";

export default async function ServicePage({ params }: PageProps<"/admin/services/[id]">) {
  const admin = await requireManager();
  const service = await readNamed((await params).id, (id: ServiceId) => getService(admin, id));
  const bodies = await listOrganisations(admin);
  const open = bodies.filter(({ id, closedAt }) => !closedAt || id === service.organisationId);
  const back = <BackLink href="/admin/services">Services</BackLink>;
  return (
    <Page before={back} aside={<ServicePanel service={service} reopen={reopenServiceAction} />}>
      <PageHeading
        title={service.name}
        caption={service.organisation}
        tag={service.closedAt ? <StatusTag label="Fermé" /> : null}
      />
      <AsideLink>Aller aux actions</AsideLink>
      <ServiceFollowers service={service} />
      <SummaryCard title="Nom et coordonnées">
        <ChangeServiceForm action={changeServiceAction} title="Service" organisations={open} service={service} />
      </SummaryCard>
      <p>
        <TextLink href={`/admin/journal?objet=${service.id}`}>Ce qui a changé dans ce service</TextLink>
      </p>
    </Page>
  );
}
