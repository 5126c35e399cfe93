import { ButtonRow } from "@/components/ui/button-row";
import { NewPasswordFields } from "@/components/ui/fields/new-password-fields";
import { ActionForm, type FormAction } from "@/components/ui/form/action-form";
import { SubmitButton } from "@/components/ui/form/submit-button";

type Props = { action: FormAction; title: string; jeton: string; agent: { email: string; name: string } };

/** First step of an invitation: the password, twice. */
export function AgentPasswordForm({ action, title, jeton, agent }: Props) {
  return (
    <ActionForm action={action} title={title} required="all">
      <input type="hidden" name="jeton" value={jeton} />
      <input type="email" name="username" value={agent.email} autoComplete="username" readOnly hidden />
      <NewPasswordFields words={[agent.email, ...agent.name.split(" ")]} />
      <ButtonRow>
        <SubmitButton>Continuer</SubmitButton>
      </ButtonRow>
    </ActionForm>
  );
}
