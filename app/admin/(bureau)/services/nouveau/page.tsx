import { redirect } from "next/navigation";
import { catalogueServices } from "@/catalogue/services";
import { AddServiceForm } from "@/components/organisation/service-form";
import { Page } from "@/components/layout/page";
import { PageHeading } from "@/components/layout/page-heading";
import { BackLink } from "@/components/ui/back-link";
import { listOrganisations } from "@/lib/organisation/queries/list-organisations";
import { requireManager } from "@/lib/web/session/current-actor";
import { addServiceAction } from "../actions";

export default async function AddServicePage() {
  const admin = await requireManager();
  const organisations = await listOrganisations(admin);
  const open = organisations.filter(({ closedAt }) => !closedAt);
  if (open.length === 0) redirect("/admin/services");
  const taken = new Set(organisations.flatMap(({ services }) => services.map(({ slug }) => slug)));
  // What the démarches that ship find a service by is the portal's to give.
  const known = admin.kind === "admin" ? catalogueServices.filter(({ slug }) => !taken.has(slug)) : [];
  return (
    <Page width="form" before={<BackLink href="/admin/services">Services</BackLink>}>
      <PageHeading title="Créer un service" lead="Les habitants lisent son nom et ses coordonnées." />
      <AddServiceForm action={addServiceAction} organisations={open} known={known} />
    </Page>
  );
}
