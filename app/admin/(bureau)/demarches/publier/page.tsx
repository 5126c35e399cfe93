import { shipped } from "@/catalogue/all";
import { catalogueServices } from "@/catalogue/services";
import { PublishDemarchesForm } from "@/components/demarches/agents/publish-demarches-form";
import { Page } from "@/components/layout/page";
import { PageHeading } from "@/components/layout/page-heading";
import { BackLink } from "@/components/ui/back-link";
import { listEveryDemarche } from "@/lib/demarches/queries/list-every-demarche";
import { listServices } from "@/lib/organisation/queries/list-services";
import { requireAdmin } from "@/lib/web/session/current-actor";
import { publishDemarchesAction } from "../actions";

const title = "Publier des démarches livrées";

export default async function PublishDemarchesPage() {
  const admin = await requireAdmin();
  const [present, services] = await Promise.all([listEveryDemarche(admin), listServices(admin)]);
  const taken = new Set(present.map(({ slug }) => slug));
  const absent = shipped.demarches.filter(({ slug }) => !taken.has(slug));
  const offered = absent.map(({ slug, title, summary, service }) => ({
    slug,
    title,
    summary,
    service: services.find((one) => one.slug === service)?.name ?? null,
    plannedService: catalogueServices.find((one) => one.slug === service)?.name ?? service,
  }));
  return (
    <Page width="form" before={<BackLink href="/admin/demarches">Démarches</BackLink>}>
      <PageHeading
        title={title}
        lead="Le portail est livré avec des démarches prêtes à servir. Celles que vous choisissez sont ouvertes aussitôt."
      />
      <PublishDemarchesForm action={publishDemarchesAction} title={title} demarches={offered} services={services} />
    </Page>
  );
}
