import { DemarcheFactsCard, DemarchePanel, EntrustForm } from "@/components/demarches/agents/managed-demarche";
import { AsideLink, Page } from "@/components/layout/page";
import { PageHeading } from "@/components/layout/page-heading";
import { PageTitle } from "@/components/layout/page-title";
import { BackLink } from "@/components/ui/back-link";
import { StatusTag } from "@/components/ui/status-tag";
import { TextLink } from "@/components/ui/text-link";
import { getManagedDemarche } from "@/lib/demarches/queries/list-every-demarche";
import { listServices } from "@/lib/organisation/queries/list-services";
import type { DemarcheId } from "@/lib/shared/ids";
import { requireAdmin } from "@/lib/web/session/current-actor";
import { readNamed } from "../../read-named";
import { entrustDemarcheAction, republishDemarcheAction, unpublishDemarcheAction } from "../actions";

export default async function ManagedDemarchePage({ params }: PageProps<"/admin/demarches/[id]">) {
  const admin = await requireAdmin();
  const demarche = await readNamed((await params).id, (id: DemarcheId) => getManagedDemarche(admin, id));
  const services = await listServices(admin);
  const panel = (
    <DemarchePanel demarche={demarche} unpublish={unpublishDemarcheAction} republish={republishDemarcheAction} />
  );
  return (
    <Page before={<BackLink href="/admin/demarches">Démarches</BackLink>} aside={panel}>
      <PageTitle title="Démarche" />
      <PageHeading
        title={demarche.title}
        caption={demarche.theme}
        tag={demarche.isPublished ? null : <StatusTag label="Non publiée" />}
      />
      <AsideLink>Aller aux actions</AsideLink>
      <DemarcheFactsCard demarche={demarche} />
      <EntrustForm action={entrustDemarcheAction} demarche={demarche} services={services} />
      <p>
        <TextLink href={`/admin/journal?objet=${demarche.id}`}>Ce qui a changé dans cette démarche</TextLink>
      </p>
    </Page>
  );
}
