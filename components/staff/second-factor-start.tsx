import { ButtonRow } from "@/components/ui/button-row";
import { ActionForm, type FormAction } from "@/components/ui/form/action-form";
import { SubmitButton } from "@/components/ui/form/submit-button";

type Props = { action: FormAction; title: string; jeton: string };

/** Before the secret is shown: to this browser alone, and only once somebody pressed. */
export function SecondFactorStart({ action, title, jeton }: Props) {
  return (
    <ActionForm action={action} title={title}>
      <input type="hidden" name="jeton" value={jeton} />
      <p>
        Préparez votre téléphone et une application d’authentification. La clé à y enregistrer ne sera montrée que dans
        ce navigateur.
      </p>
      <ButtonRow>
        <SubmitButton>Commencer</SubmitButton>
      </ButtonRow>
    </ActionForm>
  );
}
