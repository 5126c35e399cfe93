import { CurrentPasswordField } from "@/components/ui/fields/current-password-field";
import { ActionForm, type FormAction } from "@/components/ui/form/action-form";
import { SubmitButton } from "@/components/ui/form/submit-button";
import type { ExportsView } from "@/lib/exports/types";

type Props = { action: FormAction; ready: ExportsView["ready"]; email: string };

/** Recalls the password before a copy asked for from another session can be taken from this one. */
export function ExportOpen({ action, ready, email }: Props) {
  if (ready.every(({ isOpen }) => isOpen)) return null;
  return (
    <ActionForm action={action} scope="telecharger" label="Télécharger vos copies" className="mt-6">
      <p className="mb-4">
        Cette connexion n’est pas celle qui a demandé la copie. Saisissez votre mot de passe pour pouvoir la
        télécharger.
      </p>
      <input type="email" name="username" value={email} autoComplete="username" readOnly hidden />
      <CurrentPasswordField />
      <SubmitButton>Accéder au téléchargement</SubmitButton>
    </ActionForm>
  );
}
