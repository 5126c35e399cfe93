import { EmailField } from "@/components/ui/fields/email-field";
import { CurrentPasswordField } from "@/components/ui/fields/current-password-field";
import { ActionForm, type FormAction } from "@/components/ui/form/action-form";
import { FormButtons } from "@/components/ui/form/form-buttons";
import { tokenLifetime } from "@/lib/vocabulary/tokens";

/** The new address, and the password that shows it is really the owner (F125). */
export function ChangeEmailForm({ action }: { action: FormAction }) {
  return (
    <ActionForm action={action} title="Modifier le courriel associé" required="all">
      <EmailField
        name="email"
        label="Nouveau courriel"
        hint={`Vous y recevrez un lien à suivre dans les ${tokenLifetime("email_change")}.`}
      />
      <CurrentPasswordField />
      <FormButtons cancelHref="/espace/compte" />
    </ActionForm>
  );
}
