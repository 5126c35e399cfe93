import { CurrentPasswordField } from "@/components/ui/fields/current-password-field";
import { NewPasswordFields } from "@/components/ui/fields/new-password-fields";
import { ActionForm, type FormAction } from "@/components/ui/form/action-form";
import { FormButtons } from "@/components/ui/form/form-buttons";
import type { Profile } from "@/lib/accounts/types/account";

type Props = { action: FormAction; profile: Profile };

/** Recalls the present password, then asks for the new one twice (F123). */
export function ChangePasswordForm({ action, profile }: Props) {
  return (
    <ActionForm action={action} title="Modifier le mot de passe" required="all">
      <input type="email" name="username" value={profile.email} autoComplete="username" readOnly hidden />
      <CurrentPasswordField />
      <NewPasswordFields
        label="Nouveau mot de passe"
        words={[profile.email, profile.firstName, profile.lastName, profile.username]}
      />
      <FormButtons cancelHref="/espace/compte" />
    </ActionForm>
  );
}
