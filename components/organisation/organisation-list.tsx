import { DataTable } from "@/components/ui/data-table";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";
import { StatusTag } from "@/components/ui/status-tag";
import { SummaryCard } from "@/components/ui/summary-card";
import { TextLink } from "@/components/ui/text-link";
import type { OrganisationLine } from "@/lib/organisation/types";

type Props = {
  organisations: readonly OrganisationLine[];
  /** Whether the reader manages the portal, and so the organisations themselves. */
  isOfPortal: boolean;
};

/** Each body with its services; what to begin with, where there is none. */
export function OrganisationList({ organisations, isOfPortal }: Props) {
  if (organisations.length === 0)
    return (
      <EmptyState title="Aucun organisme pour l’instant">
        <p>
          Commencez par la ville elle-même : c’est elle, le plus souvent, qui répond. Vous lui donnerez ensuite ses
          services.
        </p>
        <LinkButton href="/admin/services/organismes/nouveau">Ajouter un organisme</LinkButton>
      </EmptyState>
    );
  return organisations.map((organisation) => (
    <OrganisationServices key={organisation.id} organisation={organisation} isOfPortal={isOfPortal} />
  ));
}

function OrganisationServices({ organisation, isOfPortal }: { organisation: OrganisationLine; isOfPortal: boolean }) {
  const { id, name, role, services, closedAt } = organisation;
  const change = isOfPortal ? (
    <LinkButton href={`/admin/services/organismes/${id}`} variant="secondary" context={name}>
      {closedAt ? "Voir" : "Modifier"}
    </LinkButton>
  ) : null;
  return (
    <SummaryCard title={name} actions={change}>
      {closedAt ? (
        <p>
          <StatusTag tone="neutral" label="Fermé" />
        </p>
      ) : null}
      {role ? <p className="text-ink-soft mb-4">{role}</p> : null}
      {services.length === 0 ? <p>Aucun service.</p> : <Services name={name} services={services} />}
    </SummaryCard>
  );
}

function Services({ name, services }: Pick<OrganisationLine, "name" | "services">) {
  return (
    <DataTable
      caption={`Services : ${name}`}
      isCaptionHidden
      columns={[
        { label: "Service" },
        { label: "Téléphone" },
        { label: "Agents en poste", isNumber: true },
        { label: "État" },
      ]}
      rows={services.map((service) => ({
        id: service.id,
        cells: [
          <TextLink key="name" href={`/admin/services/${service.id}`}>
            {service.name}
          </TextLink>,
          service.phone,
          service.agents,
          <ServiceTag key="state" isClosed={service.closedAt !== null} isFollowed={service.agents > 0} />,
        ],
      }))}
    />
  );
}

function ServiceTag({ isClosed, isFollowed }: { isClosed: boolean; isFollowed: boolean }) {
  if (isClosed) return <StatusTag tone="neutral" label="Fermé" />;
  return isFollowed ? <StatusTag tone="success" label="Ouvert" /> : <StatusTag tone="attention" label="Sans agent" />;
}
