import { ButtonRow } from "@/components/ui/button-row";
import { EmailField } from "@/components/ui/fields/email-field";
import { PasswordField } from "@/components/ui/fields/password-field";
import { ActionForm, type FormAction } from "@/components/ui/form/action-form";
import { SubmitButton } from "@/components/ui/form/submit-button";
import { UnknownBrowser } from "./unknown-browser";

type Props = { action: FormAction; retour: string };

/** First step of an agent's sign-in. */
export function AgentSignInForm({ action, retour }: Props) {
  return (
    <>
      <ActionForm action={action} title="Espace agents" required="all">
        <input type="hidden" name="retour" value={retour} />
        <EmailField name="email" label="Courriel" autoComplete="username" />
        <PasswordField name="password" label="Mot de passe" autoComplete="current-password" />
        <ButtonRow>
          <SubmitButton>Continuer</SubmitButton>
        </ButtonRow>
      </ActionForm>
      <UnknownBrowser />
    </>
  );
}
