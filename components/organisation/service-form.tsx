import { EmailField } from "@/components/ui/fields/email-field";
import { PhoneField } from "@/components/ui/fields/phone-field";
import { SelectField } from "@/components/ui/fields/select-field";
import { TextField } from "@/components/ui/fields/text-field";
import { ActionForm, type FormAction } from "@/components/ui/form/action-form";
import { FormButtons } from "@/components/ui/form/form-buttons";
import { SubmitButton } from "@/components/ui/form/submit-button";
import { VersionField } from "@/components/ui/form/version-field";
import { unbroken } from "@/lib/shared/text";
import type { OrganisationLine, ServiceCard } from "@/lib/organisation/types";

type Bodies = readonly Pick<OrganisationLine, "id" | "name">[];
type AddProps = {
  action: FormAction;
  organisations: Bodies;
  /** What the catalogue that ships calls the services that it names, and this town does not have. */
  known: readonly { slug: string; name: string }[];
};

/** Creates a service. */
export function AddServiceForm({ action, organisations, known }: AddProps) {
  return (
    <ActionForm required="marked" action={action} title="Créer un service">
      <ServiceFields organisations={organisations} />
      {known.length > 0 ? (
        <SelectField
          name="knownAs"
          label="Démarches livrées auxquelles il répond"
          hint="Le catalogue livré prévoit un service pour chaque démarche. Vous pourrez toujours confier une démarche à un autre."
          options={known.map(({ slug, name }) => ({ value: slug, label: name }))}
          placeholder="Aucune en particulier"
          optional
        />
      ) : null}
      <FormButtons cancelHref="/admin/services" label="Créer le service" />
    </ActionForm>
  );
}

/** `title`: of the page, which says that something was refused. */
type ChangeProps = Omit<AddProps, "known"> & { title: string; service: ServiceCard };

/** Renames a service, or changes what its letters and récépissés say of it. */
export function ChangeServiceForm({ action, title, organisations, service }: ChangeProps) {
  return (
    <ActionForm required="marked" action={action} title={title} label="Modifier le service" scope="modifier">
      <input type="hidden" name="serviceId" value={service.id} />
      <VersionField version={service.version} />
      <ServiceFields organisations={organisations} service={service} />
      <SubmitButton>Enregistrer</SubmitButton>
    </ActionForm>
  );
}

function ServiceFields({ organisations, service }: { organisations: Bodies; service?: ServiceCard }) {
  const [first, ...others] = organisations;
  return (
    <>
      <TextField
        name="name"
        label="Nom"
        hint="Tel que les habitants le connaissent, comme « Service état civil »."
        defaultValue={service?.name}
      />
      {first && others.length === 0 ? (
        <input type="hidden" name="organisationId" value={first.id} />
      ) : (
        <SelectField
          name="organisationId"
          label="Organisme"
          options={organisations.map(({ id, name }) => ({ value: id, label: name }))}
          defaultValue={service?.organisationId}
        />
      )}
      <TextField
        name="address"
        label="Adresse postale"
        hint="Imprimée sur le récépissé, avec le téléphone et le courriel."
        autoComplete="off"
        defaultValue={service?.address}
      />
      <PhoneField name="phone" label="Téléphone" autoComplete="off" defaultValue={service?.phone} />
      <EmailField name="email" label="Courriel" autoComplete="off" defaultValue={service?.email} />
      <TextField
        name="hours"
        label="Horaires"
        hint={`Par exemple\u00a0: ${unbroken("du lundi au vendredi de 9 h à 17 h")}.`}
        optional
        defaultValue={service?.hours}
      />
    </>
  );
}
