import { ActionForm, type FormAction } from "@/components/ui/form/action-form";
import { SubmitButton } from "@/components/ui/form/submit-button";
import { TextArea } from "@/components/ui/fields/text-area";
import { ButtonRow } from "@/components/ui/button-row";
import { LinkButton } from "@/components/ui/link-button";
import type { DemandeView } from "@/lib/demandes/types/demande";
import { DecisionKeys } from "./decision-panel";

type Props = {
  demande: Pick<DemandeView, "id" | "number" | "lockVersion">;
  action: FormAction;
  /** Of the document, and what the button does. */
  title: string;
  /** What is asked. */
  label: string;
  isDangerous?: boolean;
};

/** A decision that asks a reason: the citizen reads it. */
export function ReasonForm({ demande, action, title, label, isDangerous }: Props) {
  return (
    <ActionForm action={action} title={title}>
      <DecisionKeys demande={demande} />
      <TextArea
        name="reason"
        label={label}
        hint="L’usager lira ce texte, par courriel et dans le suivi de sa demande."
        rows={6}
        maxLength={2000}
      />
      <ButtonRow>
        <SubmitButton variant={isDangerous ? "danger" : "primary"}>{title}</SubmitButton>
        <LinkButton variant="plain" href={`/admin/demandes/${demande.number}`}>
          Revenir à la demande
        </LinkButton>
      </ButtonRow>
    </ActionForm>
  );
}
