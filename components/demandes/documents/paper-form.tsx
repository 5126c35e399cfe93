import { ActionForm, type FormAction } from "@/components/ui/form/action-form";
import { HiddenFields } from "@/components/ui/form/hidden-fields";
import { SubmitButton } from "@/components/ui/form/submit-button";

type Props = { action: FormAction; hidden: Readonly<Record<string, string>>; title: string; isOnPaper: boolean };

/** F43: a document that exists on paper only never blocks. */
export function PaperForm({ action, hidden, title, isOnPaper }: Props) {
  return (
    <ActionForm action={action} label={`Sur papier : ${title}`} className="paper-form">
      <HiddenFields values={{ ...hidden, onPaper: String(!isOnPaper) }} />
      {isOnPaper ? (
        <p className="mb-2">
          <strong>Vous fournirez ce document sur papier.</strong> Apportez-le ou envoyez-le au service : son adresse est
          sur votre récépissé.
        </p>
      ) : null}
      <SubmitButton variant="plain" context={`: ${title}`}>
        {isOnPaper ? "Le joindre finalement en ligne" : "Je fournirai ce document sur papier"}
      </SubmitButton>
    </ActionForm>
  );
}
