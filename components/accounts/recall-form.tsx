import type { ReactNode } from "react";
import { ButtonRow } from "@/components/ui/button-row";
import { ActionForm, type FormAction } from "@/components/ui/form/action-form";
import { SubmitButton } from "@/components/ui/form/submit-button";

type Props = { action: FormAction; title: string; children: ReactNode };

/** One question whose answer is a letter. */
export function RecallForm({ action, title, children }: Props) {
  return (
    <ActionForm action={action} title={title}>
      {children}
      <ButtonRow>
        <SubmitButton>Valider</SubmitButton>
      </ButtonRow>
    </ActionForm>
  );
}
