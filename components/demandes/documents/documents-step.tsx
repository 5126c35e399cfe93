import { ButtonRow } from "@/components/ui/button-row";
import { refusalOf } from "@/components/ui/form/refusal-of";
import { DocumentTitle } from "@/components/ui/document-title";
import { ActionForm, type FormAction } from "@/components/ui/form/action-form";
import { ErrorSummary } from "@/components/ui/form/error-summary";
import { HiddenFields } from "@/components/ui/form/hidden-fields";
import { SubmitButton } from "@/components/ui/form/submit-button";
import { LinkButton } from "@/components/ui/link-button";
import type { DraftView } from "@/lib/demandes/types/demande";
import type { FileOutcome } from "@/lib/shared/file-outcome";
import type { FieldErrors } from "@/lib/shared/form-state";
import { noteOf } from "../steps/correction-notes";
import { placeBefore } from "../steps/journey";
import { DocumentCard, type DocumentActions } from "./document-card";
import type { DocumentRequest } from "./document-request";
import { suitablePieces, type Piece } from "./suitable-pieces";

type Props = {
  draft: DraftView;
  requests: readonly DocumentRequest[];
  query: {
    attempt: number;
    errors: FieldErrors;
    /** What became of the files sent without JavaScript, each for its document. */
    sent: readonly (FileOutcome & { path: string })[];
    envoi: string;
    /** What is said of them, sealed. */
    note: string;
    /** Local path of this page, with what it says of the files: every act comes back to it. */
    here: string;
  };
  wallet: readonly Piece[];
  actions: DocumentActions;
  /** « Continuer ». */
  action: FormAction;
};

/** Second part of « Ma demande »: the documents that the answers call for. */
export function DocumentsStep({ draft, requests, query, wallet, actions, action }: Props) {
  const here = `/demandes/${draft.id}/demande/documents`;
  const sentTo = (path: string) => query.sent.filter((sent) => sent.path === path);
  const errors = requests.reduce<FieldErrors>(
    (all, { path }) => ({ ...all, ...refusalOf(path, sentTo(path)) }),
    query.errors,
  );
  const hasErrors = Object.keys(errors).length > 0;
  return (
    <>
      <DocumentTitle title={`Vos documents – ${draft.demarche.title}`} hasError={hasErrors} />
      {hasErrors ? <ErrorSummary key={query.attempt} errors={errors} /> : null}
      {draft.daysWithFiles !== null ? (
        <p className="mb-6">
          Sans compte, une demande commencée à laquelle des fichiers sont joints est gardée {draft.daysWithFiles}
          &nbsp;jours après votre dernière modification. Passé ce délai, elle est effacée avec ses fichiers.
        </p>
      ) : null}
      {requests.map((request) => (
        <DocumentCard
          key={request.path}
          draftId={draft.id}
          request={request}
          actions={actions}
          here={query.here}
          wallet={suitablePieces(wallet, request.document)}
          error={query.errors[request.path]}
          saidNote={query.note}
          sent={sentTo(request.path)}
          note={noteOf(draft, request.path)}
        />
      ))}
      <ActionForm action={action} label="Continuer">
        <HiddenFields
          values={{
            demandeId: draft.id,
            step: "demande",
            edition: String(draft.edition),
            attempt: String(query.attempt),
            envoi: query.envoi,
          }}
        />
        <ButtonRow>
          <SubmitButton>Continuer</SubmitButton>
          <LinkButton href={placeBefore(draft, here) ?? `/demandes/${draft.id}/demande`} variant="plain">
            Retour
          </LinkButton>
        </ButtonRow>
      </ActionForm>
    </>
  );
}
