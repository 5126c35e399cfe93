import type { ReactNode } from "react";
import { ButtonRow } from "@/components/ui/button-row";
import { ActionForm, type FormAction } from "@/components/ui/form/action-form";
import { SubmitButton } from "@/components/ui/form/submit-button";

type Props = { action: FormAction; title: string; /** Of the button. */ label?: string; children: ReactNode };

/** One question whose answer is a letter, or the use of a link. */
export function RecallForm({ action, title, label = "Valider", children }: Props) {
  return (
    <ActionForm action={action} title={title}>
      {children}
      <ButtonRow>
        <SubmitButton>{label}</SubmitButton>
      </ButtonRow>
    </ActionForm>
  );
}
