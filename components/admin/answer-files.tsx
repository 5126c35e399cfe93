import { ActionForm, type FormAction } from "@/components/ui/form/action-form";
import { SubmitButton } from "@/components/ui/form/submit-button";
import { UploadForm } from "@/components/ui/form/upload-form";
import { SummaryCard } from "@/components/ui/summary-card";
import { TextLink } from "@/components/ui/text-link";
import type { AttachmentView, DemandeView } from "@/lib/demandes/types";
import { portalLimits, uploadLimits } from "@/lib/files/rules";
import type { FileOutcome } from "@/lib/shared/file-outcome";
import { fileSize } from "@/lib/shared/text";

type Props = {
  demande: Pick<DemandeView, "id" | "number">;
  /** Added to the answer and not given yet. */
  files: readonly AttachmentView[];
  accept: string;
  hint: string;
  /** What became of the files just sent without JavaScript. */
  sent?: readonly FileOutcome[];
  remove: FormAction;
};

/** The files of an answer that is being prepared: each is sent at once, and may be taken back until the demande is validated. */
export function AnswerFiles({ demande, files, accept, hint, sent, remove }: Props) {
  return (
    <SummaryCard title="Fichiers de la réponse (facultatif)">
      {files.length > 0 ? (
        <ul className="file-list">
          {files.map((file) => (
            <li key={file.id}>
              <span className="min-w-0">
                <TextLink href={`/api/fichiers/${file.id}`}>{file.name}</TextLink>{" "}
                <span className="text-ink-soft">({fileSize(file.size)})</span>
              </span>
              <ActionForm action={remove} label={`Retirer ${file.name}`}>
                <input type="hidden" name="demandeId" value={demande.id} />
                <input type="hidden" name="attachmentId" value={file.id} />
                <SubmitButton variant="plain" context={`le fichier ${file.name}`}>
                  Retirer
                </SubmitButton>
              </ActionForm>
            </li>
          ))}
        </ul>
      ) : null}
      <AddFile demande={demande} files={files} accept={accept} hint={hint} sent={sent} />
    </SummaryCard>
  );
}

function AddFile({ demande, files, accept, hint, sent }: Omit<Props, "remove">) {
  return (
    <UploadForm
      action="/api/televersements"
      id="champ-fichiers"
      hidden={{
        demandeId: demande.id,
        path: "answer",
        retour: `/admin/demandes/${demande.number}/validation#champ-fichiers`,
      }}
      title="Réponse"
      label="Ajouter des fichiers à la réponse"
      hint={hint}
      accept={accept}
      isMultiple
      limits={uploadLimits(portalLimits, files.length)}
      present={files.map(({ id }) => id)}
      sent={sent}
      full={<p>La réponse a ses quatre fichiers. Retirez-en un pour en ajouter un autre.</p>}
    />
  );
}
