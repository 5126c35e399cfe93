import { NewPasswordFields } from "@/components/ui/fields/new-password-fields";
import { PasswordField } from "@/components/ui/fields/password-field";
import { TextField } from "@/components/ui/fields/text-field";
import { ActionForm, type FormAction } from "@/components/ui/form/action-form";
import { FormButtons } from "@/components/ui/form/form-buttons";
import type { OwnAgent } from "@/lib/staff/types";

type Props = { action: FormAction; own: OwnAgent };

/** Recalls the present password, then asks for the new one twice. */
export function ChangeAgentPasswordForm({ action, own }: Props) {
  return (
    <ActionForm action={action} title="Modifier mon mot de passe" required="all">
      <AgentAddress own={own} />
      <PasswordField name="currentPassword" label="Mot de passe actuel" autoComplete="current-password" />
      <NewPasswordFields label="Nouveau mot de passe" words={[own.email, ...own.name.split(" ")]} />
      <FormButtons cancelHref="/admin/mon-compte" />
    </ActionForm>
  );
}

/** Recalls the password and a code before new recovery codes are made. */
export function RenewCodesForm({ action, own }: Props) {
  return (
    <ActionForm action={action} title="Renouveler mes codes de secours" required="all">
      <AgentAddress own={own} />
      <PasswordField name="currentPassword" label="Mot de passe actuel" autoComplete="current-password" />
      <TextField
        name="code"
        label="Code à 6 chiffres"
        hint="Celui de votre application d’authentification."
        inputMode="numeric"
        autoComplete="one-time-code"
        width={10}
      />
      <FormButtons cancelHref="/admin/mon-compte" label="Renouveler mes codes" />
    </ActionForm>
  );
}

function AgentAddress({ own }: { own: OwnAgent }) {
  return <input type="email" name="username" value={own.email} autoComplete="username" readOnly hidden />;
}
