import { ActionForm, type FormAction } from "@/components/ui/form/action-form";
import { SubmitButton } from "@/components/ui/form/submit-button";
import { LinkButton } from "@/components/ui/link-button";
import { SummaryCard } from "@/components/ui/summary-card";
import { SummaryList } from "@/components/ui/summary-list";
import { TextLink } from "@/components/ui/text-link";
import type { OrganisationCard, ServiceCard } from "@/lib/organisation/types";
import { formatDate } from "@/lib/shared/dates";

/** Who follows a service, and what became of it once closed. */
export function ServiceFollowers({ service: { agents, closedAt, heir } }: { service: ServiceCard }) {
  if (closedAt)
    return (
      <SummaryCard title="Service fermé">
        <SummaryList
          rows={[
            { label: "Fermé le", value: formatDate(closedAt) },
            { label: "Repris par", value: heir ?? "Personne : rien n’y attendait" },
          ]}
        />
      </SummaryCard>
    );
  return (
    <SummaryCard
      title="Agents en poste"
      actions={
        <LinkButton href="/admin/agents" variant="secondary">
          Choisir qui le suit
        </LinkButton>
      }
    >
      {agents.length === 0 ? (
        <p>Aucun agent en poste ne le suit : une demande y attendrait.</p>
      ) : (
        <ul>
          {agents.map(({ id, name }) => (
            <li key={id}>
              <TextLink href={`/admin/agents/${id}`}>
                <bdi>{name}</bdi>
              </TextLink>
            </li>
          ))}
        </ul>
      )}
    </SummaryCard>
  );
}

/** Closes a service, on a page that says what it would leave; or opens it again. */
export function ServicePanel({ service: { id, closedAt }, reopen }: { service: ServiceCard; reopen: FormAction }) {
  return (
    <SummaryCard title="Agir">
      <div className="decision-panel">
        {closedAt ? (
          <ActionForm action={reopen} label="Rouvrir le service">
            <input type="hidden" name="serviceId" value={id} />
            <p className="mb-4">
              Ce qui a été repris reste où il est. Les agents et les démarches sont à choisir à nouveau.
            </p>
            <SubmitButton variant="secondary">Rouvrir le service</SubmitButton>
          </ActionForm>
        ) : (
          <LinkButton href={`/admin/services/${id}/fermer`} variant="secondary">
            Fermer le service
          </LinkButton>
        )}
      </div>
    </SummaryCard>
  );
}

type BodyProps = { organisation: OrganisationCard; close: FormAction; reopen: FormAction };

/** Closes a body that has no open service left, or opens it again. */
export function OrganisationPanel({ organisation: { id, closedAt, openServices }, close, reopen }: BodyProps) {
  const label = closedAt ? "Rouvrir l’organisme" : "Fermer l’organisme";
  return (
    <SummaryCard title={label}>
      {openServices > 0 ? (
        <p>Ses services ouverts sont à fermer, ou à donner à un autre organisme, avant lui.</p>
      ) : (
        <ActionForm action={closedAt ? reopen : close} label={label}>
          <input type="hidden" name="organisationId" value={id} />
          {closedAt ? null : <p className="mb-4">Les pages du portail ne le nomment plus. Vous pourrez le rouvrir.</p>}
          <SubmitButton variant="secondary">{label}</SubmitButton>
        </ActionForm>
      )}
    </SummaryCard>
  );
}
