import { SelectField } from "@/components/ui/fields/select-field";
import { ActionForm, type FormAction } from "@/components/ui/form/action-form";
import { SubmitButton } from "@/components/ui/form/submit-button";
import { VersionField } from "@/components/ui/form/version-field";
import { SummaryCard } from "@/components/ui/summary-card";
import { SummaryList } from "@/components/ui/summary-list";
import { TextLink } from "@/components/ui/text-link";
import type { ManagedDemarcheCard } from "@/lib/demarches/types";
import type { ServiceOption } from "@/lib/organisation/types";
import { formatDate } from "@/lib/shared/dates";

type Props = { demarche: ManagedDemarcheCard };

/** What stands of a démarche, and where citizens read it. */
export function DemarcheFactsCard({ demarche }: Props) {
  const { slug, service, access, isPublished, version, publishedAt } = demarche;
  return (
    <SummaryCard title="Sur le portail">
      <SummaryList
        rows={[
          { label: "Service qui répond", value: service },
          { label: "Accès", value: access === "account" ? "Avec un compte" : "Libre" },
          {
            label: "Formulaire",
            value: version && publishedAt ? `Version ${version}, du ${formatDate(publishedAt)}` : "Aucun",
          },
        ]}
      />
      {isPublished ? (
        <p className="mt-4">
          <TextLink href={`/demarches/${slug}`}>Voir la page des habitants</TextLink>
        </p>
      ) : null}
    </SummaryCard>
  );
}

/** Chooses who answers from now on. */
export function EntrustForm({
  action,
  demarche: { id, serviceId, entrustedVersion },
  services,
}: Props & { action: FormAction; services: readonly ServiceOption[] }) {
  return (
    <SummaryCard title="Changer de service">
      <ActionForm action={action} label="Changer de service" scope="service">
        <input type="hidden" name="demarcheId" value={id} />
        <VersionField version={entrustedVersion} />
        <SelectField
          name="serviceId"
          label="Service"
          hint="Il recevra les prochaines demandes. Celles qui sont déjà déposées restent au service qui les a reçues."
          options={services.map(({ id: value, name, organisation }) => ({ value, label: `${name} (${organisation})` }))}
          defaultValue={serviceId}
        />
        <SubmitButton variant="secondary">Confier à ce service</SubmitButton>
      </ActionForm>
    </SummaryCard>
  );
}

/** Withdraws a démarche from the portal, or puts it back. */
export function DemarchePanel({
  demarche: { id, isPublished },
  unpublish,
  republish,
}: Props & { unpublish: FormAction; republish: FormAction }) {
  const label = isPublished ? "Retirer la démarche" : "Publier de nouveau";
  return (
    <SummaryCard title="Agir">
      <div className="decision-panel">
        <ActionForm action={isPublished ? unpublish : republish} label={label}>
          <input type="hidden" name="demarcheId" value={id} />
          <p className="mb-4">
            {isPublished
              ? "Plus personne ne pourra la commencer. Les brouillons commencés pourront encore être envoyés, et les demandes déposées suivent leur cours."
              : "Elle revient telle que la ville l’avait, avec son dernier formulaire."}
          </p>
          <SubmitButton variant="secondary">{label}</SubmitButton>
        </ActionForm>
      </div>
    </SummaryCard>
  );
}
