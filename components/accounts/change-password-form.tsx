import { ButtonRow } from "@/components/ui/button-row";
import { CurrentPasswordField } from "@/components/ui/fields/current-password-field";
import { NewPasswordFields } from "@/components/ui/fields/new-password-fields";
import { ActionForm, type FormAction } from "@/components/ui/form/action-form";
import { SubmitButton } from "@/components/ui/form/submit-button";
import { LinkButton } from "@/components/ui/link-button";
import type { Profile } from "@/lib/accounts/types";

type Props = { action: FormAction; profile: Profile };

/** Recalls the present password, then asks for the new one twice (F123). */
export function ChangePasswordForm({ action, profile }: Props) {
  return (
    <ActionForm action={action} title="Modifier le mot de passe">
      <input type="email" name="username" value={profile.email} autoComplete="username" readOnly hidden />
      <CurrentPasswordField />
      <NewPasswordFields
        label="Nouveau mot de passe"
        words={[profile.email, profile.firstName, profile.lastName, profile.username]}
      />
      <ButtonRow>
        <SubmitButton>Valider</SubmitButton>
        <LinkButton href="/espace/compte" variant="plain">
          Annuler
        </LinkButton>
      </ButtonRow>
    </ActionForm>
  );
}
