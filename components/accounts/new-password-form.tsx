import { ButtonRow } from "@/components/ui/button-row";
import { NewPasswordFields } from "@/components/ui/fields/new-password-fields";
import { ActionForm, type FormAction } from "@/components/ui/form/action-form";
import { SubmitButton } from "@/components/ui/form/submit-button";

type Props = { action: FormAction; jeton: string; email: string };

/** By the link of an e-mail: nothing is asked but the new password, twice. */
export function NewPasswordForm({ action, jeton, email }: Props) {
  return (
    <ActionForm action={action} title="Choisir un nouveau mot de passe" required="all">
      <input type="hidden" name="jeton" value={jeton} />
      <input type="email" name="username" value={email} autoComplete="username" readOnly hidden />
      <NewPasswordFields label="Nouveau mot de passe" words={[email]} />
      <ButtonRow>
        <SubmitButton>Valider</SubmitButton>
      </ButtonRow>
    </ActionForm>
  );
}
