import { ActionForm, type FormAction } from "@/components/ui/form/action-form";
import { SubmitButton } from "@/components/ui/form/submit-button";
import { ButtonRow } from "@/components/ui/button-row";
import { TextArea } from "@/components/ui/fields/text-area";
import { LinkButton } from "@/components/ui/link-button";
import type { DemandeView } from "@/lib/demandes/types/demande";
import { DecisionKeys } from "./decision-panel";

type Props = {
  demande: Pick<DemandeView, "id" | "number" | "lockVersion">;
  /** A file sent just before, without JavaScript, was refused. */
  hasError: boolean;
  action: FormAction;
};

/** The favourable decision, with its text. */
export function ValidationForm({ demande, hasError, action }: Props) {
  return (
    <ActionForm action={action} title="Valider et répondre" hasError={hasError}>
      <DecisionKeys demande={demande} />
      <TextArea
        name="answer"
        label="Réponse"
        optional
        hint="L’usager lira ce texte, par courriel et dans le suivi de sa demande. Les fichiers ajoutés ci-dessus lui seront remis avec elle."
        rows={6}
        maxLength={2000}
      />
      <ButtonRow>
        <SubmitButton>Valider la demande</SubmitButton>
        <LinkButton variant="plain" href={`/admin/demandes/${demande.number}`}>
          Revenir à la demande
        </LinkButton>
      </ButtonRow>
    </ActionForm>
  );
}
