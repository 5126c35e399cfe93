import type { ReactNode } from "react";
import { CheckboxGroup } from "@/components/ui/fields/checkbox-group";
import { SelectField } from "@/components/ui/fields/select-field";
import { DocumentTitle } from "@/components/ui/document-title";
import { EmptyState } from "@/components/ui/empty-state";
import { ActionForm, type FormAction } from "@/components/ui/form/action-form";
import { FormButtons } from "@/components/ui/form/form-buttons";
import { TextLink } from "@/components/ui/text-link";
import type { ServiceOption } from "@/lib/organisation/types";

type Props = {
  action: FormAction;
  title: string;
  /** What ships and this town does not have. `service`: its own that answers to it, or null. */
  demarches: readonly {
    slug: string;
    title: string;
    summary: string;
    service: string | null;
    plannedService: string;
  }[];
  services: readonly ServiceOption[];
};

/** Chooses, of what ships, what the town publishes, and who answers. */
export function PublishDemarchesForm({ action, title, demarches, services }: Props) {
  if (demarches.length === 0)
    return (
      <Nothing page={title} title="Toutes les démarches livrées sont déjà là">
        <p>Une démarche retirée se publie de nouveau depuis sa page.</p>
      </Nothing>
    );
  if (services.length === 0)
    return (
      <Nothing page={title} title="Aucun service pour y répondre">
        <p>
          Créez d’abord les <TextLink href="/admin/services">services</TextLink> de la ville.
        </p>
      </Nothing>
    );
  return (
    <ActionForm required="marked" action={action} title={title}>
      <CheckboxGroup
        name="demarches"
        label="Démarches"
        options={demarches.map(({ slug, title, summary, service, plannedService }) => ({
          value: slug,
          label: title,
          hint: `${summary} ${service ? `Service : ${service}.` : `Prévue pour un service « ${plannedService} », que la ville n’a pas.`}`,
        }))}
      />
      <SelectField
        name="service"
        label="Service qui répond"
        hint="Pour toutes celles que vous avez cochées. Vous pourrez en changer sur la page de chacune."
        options={services.map(({ slug, name, organisation }) => ({ value: slug, label: `${name} (${organisation})` }))}
        placeholder="Le service prévu pour chacune"
        optional
      />
      <FormButtons cancelHref="/admin/demarches" label="Publier" />
    </ActionForm>
  );
}

/** Without its form, the page gives its title itself. */
function Nothing({ page, title, children }: { page: string; title: string; children: ReactNode }) {
  return (
    <>
      <DocumentTitle title={page} />
      <EmptyState title={title}>{children}</EmptyState>
    </>
  );
}
