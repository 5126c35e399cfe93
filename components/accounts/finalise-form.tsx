import { ButtonRow } from "@/components/ui/button-row";
import { Checkbox } from "@/components/ui/fields/checkbox";
import { TextField } from "@/components/ui/fields/text-field";
import { NewPasswordFields } from "@/components/ui/fields/new-password-fields";
import { ActionForm, type FormAction } from "@/components/ui/form/action-form";
import { SubmitButton } from "@/components/ui/form/submit-button";
import type { FormValues } from "@/lib/shared/form-state";
import { OneNameBox } from "./one-name-box";
import { TextLink } from "@/components/ui/text-link";

type Props = {
  action: FormAction;
  jeton: string;
  email: string;
  /** Names already known, to correct if need be. */
  values?: FormValues;
};

/** Second step of an account: names, password, conditions (F15). */
export function FinaliseForm({ action, jeton, email, values }: Props) {
  return (
    <ActionForm action={action} title="Création de votre compte" required="marked" values={values}>
      <input type="hidden" name="jeton" value={jeton} />
      {/* Tells password managers which account the new password belongs to. */}
      <input type="email" name="username" value={email} autoComplete="username" readOnly hidden />
      <TextField name="firstName" label="Prénom" autoComplete="given-name" spellCheck={false} />
      <OneNameBox />
      <TextField name="lastName" label="Nom" autoComplete="family-name" spellCheck={false} />
      <NewPasswordFields words={[email]} />
      <Checkbox
        name="terms"
        label={
          <>
            J’ai lu et j’accepte les <TextLink href="/conditions-d-utilisation">conditions d’utilisation</TextLink>
          </>
        }
      />
      <ButtonRow>
        <SubmitButton>Valider</SubmitButton>
      </ButtonRow>
    </ActionForm>
  );
}
