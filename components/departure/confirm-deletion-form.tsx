import { ButtonRow } from "@/components/ui/button-row";
import { ActionForm, type FormAction } from "@/components/ui/form/action-form";
import { HiddenFields } from "@/components/ui/form/hidden-fields";
import { SubmitButton } from "@/components/ui/form/submit-button";
import { LinkButton } from "@/components/ui/link-button";
import { WarningText } from "@/components/ui/warning-text";

type Props = { action: FormAction; title: string; jeton: string };

/** The last act. Nothing is asked again: the link is the proof. */
export function ConfirmDeletionForm({ action, title, jeton }: Props) {
  return (
    <ActionForm action={action} title={title}>
      <HiddenFields values={{ jeton }} />
      <WarningText>
        La suppression a lieu tout de suite, et vous serez déconnecté partout. Elle ne peut pas être annulée.
      </WarningText>
      <ButtonRow>
        <SubmitButton variant="danger">Supprimer définitivement mon compte</SubmitButton>
        <LinkButton href="/" variant="plain">
          Garder mon compte
        </LinkButton>
      </ButtonRow>
    </ActionForm>
  );
}
