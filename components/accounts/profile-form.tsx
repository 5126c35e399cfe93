import { ButtonRow } from "@/components/ui/button-row";
import { CommuneField } from "@/components/ui/fields/commune-field";
import { Fieldset } from "@/components/ui/fields/fieldset";
import { PhoneField } from "@/components/ui/fields/phone-field";
import { RadioGroup } from "@/components/ui/fields/radio-group";
import { TextField } from "@/components/ui/fields/text-field";
import { ActionForm, type FormAction } from "@/components/ui/form/action-form";
import { SubmitButton } from "@/components/ui/form/submit-button";
import { LinkButton } from "@/components/ui/link-button";
import type { Profile } from "@/lib/accounts/types";
import { civilities, civilityLabels } from "@/lib/vocabulary/roles";

type Props = { action: FormAction; profile: Profile };

/** F20, F21, by rubric: identity, address, means of contact. */
export function ProfileForm({ action, profile }: Props) {
  const isProfessional = profile.kind === "professional";
  return (
    <ActionForm action={action} title="Éditer les données du compte">
      <Fieldset legend="Identité">
        <RadioGroup
          name="civility"
          label="Civilité"
          optional
          isInline
          options={civilities.map((value) => ({ value, label: civilityLabels[value] }))}
          defaultValue={profile.civility ?? ""}
        />
        <TextField
          name="firstName"
          label="Prénom"
          autoComplete="given-name"
          spellCheck={false}
          defaultValue={profile.firstName}
        />
        <TextField
          name="lastName"
          label="Nom"
          autoComplete="family-name"
          spellCheck={false}
          defaultValue={profile.lastName}
        />
      </Fieldset>
      <Fieldset
        legend="Adresse"
        hint={isProfessional ? "L’adresse de votre entreprise ou de votre association." : undefined}
      >
        <TextField
          name="addressLine"
          label="Adresse"
          hint="Numéro et nom de la rue"
          optional
          autoComplete="address-line1"
          defaultValue={profile.addressLine ?? ""}
        />
        <TextField
          name="addressExtra"
          label="Complément d’adresse"
          hint="Bâtiment, étage, lieu-dit"
          optional
          autoComplete="address-line2"
          defaultValue={profile.addressExtra ?? ""}
        />
        <CommuneField
          postalCodeName="postalCode"
          communeName="commune"
          optional
          defaultPostalCode={profile.postalCode ?? ""}
          defaultCommune={profile.commune ?? ""}
          lookupUrl="/api/communes"
        />
      </Fieldset>
      <Fieldset legend="Moyens de contact">
        <PhoneField
          name="phone"
          label="Téléphone"
          hint={isProfessional ? "Celui de votre activité" : undefined}
          optional
          defaultValue={profile.phone ?? ""}
        />
        <PhoneField name="mobile" label="Mobile" optional defaultValue={profile.mobile ?? ""} />
      </Fieldset>
      <ButtonRow>
        <SubmitButton>Valider</SubmitButton>
        <LinkButton href="/espace/compte" variant="plain">
          Annuler
        </LinkButton>
      </ButtonRow>
    </ActionForm>
  );
}
