import { TextField } from "@/components/ui/fields/text-field";
import { ActionForm, type FormAction } from "@/components/ui/form/action-form";
import { FormButtons } from "@/components/ui/form/form-buttons";
import { VersionField } from "@/components/ui/form/version-field";
import type { OrganisationCard } from "@/lib/organisation/types";

type Props = { action: FormAction; title: string; organisation?: OrganisationCard };

/** A body that answers on the portal: added, or changed. */
export function OrganisationForm({ action, title, organisation }: Props) {
  return (
    <ActionForm required="marked" action={action} title={title} scope="modifier">
      {organisation ? (
        <>
          <input type="hidden" name="organisationId" value={organisation.id} />
          <VersionField version={organisation.version} />
        </>
      ) : null}
      <TextField
        name="name"
        label="Nom"
        hint="Comme « Ville de Nantes » ou « CCAS »."
        defaultValue={organisation?.name}
      />
      <TextField
        name="role"
        label="Ce dont il s’occupe"
        hint="En quelques mots, pour les mentions légales : « état civil, école, cadre de vie »."
        defaultValue={organisation?.role}
      />
      <TextField name="website" label="Site" optional defaultValue={organisation?.website} />
      <FormButtons cancelHref="/admin/services" label={organisation ? "Enregistrer" : "Ajouter l’organisme"} />
    </ActionForm>
  );
}
