import type { ReactNode } from "react";
import { ButtonRow } from "@/components/ui/button-row";
import { EmptyState } from "@/components/ui/empty-state";
import { ActionForm, type FormAction } from "@/components/ui/form/action-form";
import { HiddenFields } from "@/components/ui/form/hidden-fields";
import { SubmitButton } from "@/components/ui/form/submit-button";
import { LinkButton } from "@/components/ui/link-button";
import type { DraftView } from "@/lib/demandes/types";
import type { SummarySection } from "@/lib/demarches/summary";
import { SummarySections } from "../summary-sections";

type Props = { draft: DraftView; summary: readonly SummarySection[]; action: FormAction; robot: ReactNode };

/** Step 5: everything to read again, one « Modifier » a section, then the act itself. */
export function RecapStep({ draft, summary, action, robot }: Props) {
  const email = emailOf(draft);
  const hidden = {
    demandeId: draft.id,
    revision: String(draft.revision),
    edition: String(draft.edition),
    ...(robot && email ? { email } : {}),
  };
  if (summary.length === 0) return <EmptyState title="Vous n’avez encore rien renseigné." />;
  return (
    <ActionForm action={action} title={`Le récapitulatif – ${draft.demarche.title}`}>
      <p className="mb-6">Relisez vos réponses. Vous pouvez encore tout modifier.</p>
      <SummarySections
        sections={summary}
        attachments={draft.attachments}
        editHref={(section) => editHref(draft, section)}
      />
      <HiddenFields values={hidden} />
      {robot}
      <p className="mb-5 max-w-[40rem]">{consequence(draft)}</p>
      <ButtonRow>
        <SubmitButton size="large">
          {draft.mode === "new" ? "Soumettre la demande" : "Soumettre les changements"}
        </SubmitButton>
        <LinkButton href={`/demandes/${draft.id}/demande`} variant="plain">
          Retour
        </LinkButton>
      </ButtonRow>
    </ActionForm>
  );
}

/** Where a code goes when the robot check cannot tell. */
function emailOf({ answers }: DraftView): string | undefined {
  const { applicant } = answers;
  const email =
    typeof applicant === "object" && applicant !== null && "email" in applicant ? applicant.email : undefined;
  return typeof email === "string" ? email : undefined;
}

function consequence({ mode, demarche }: DraftView): string {
  if (mode === "new")
    return `En soumettant cette demande, vous l’envoyez au service ${demarche.serviceName}. Vous recevrez un accusé de réception par courriel.`;
  return `En soumettant ces changements, vous remplacez la version que le service ${demarche.serviceName} a reçue.`;
}

/** A section of documents alone is changed on the page of the documents. */
function editHref({ id, definition }: DraftView, section: SummarySection): string {
  const fields = definition.sections.find(({ key }) => key === section.key)?.fields ?? [];
  const hasOnlyFiles = fields.length > 0 && fields.every(({ type }) => type === "file");
  const page = section.step === "informations" ? "informations" : hasOnlyFiles ? "demande/documents" : "demande";
  return `/demandes/${id}/${page}?retour=recapitulatif`;
}
