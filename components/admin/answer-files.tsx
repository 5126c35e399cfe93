import { ActionForm, type FormAction } from "@/components/ui/form/action-form";
import { SubmitButton } from "@/components/ui/form/submit-button";
import { UploadForm } from "@/components/ui/form/upload-form";
import { Notice } from "@/components/ui/notice";
import { SummaryCard } from "@/components/ui/summary-card";
import { TextLink } from "@/components/ui/text-link";
import type { AttachmentView, DemandeView } from "@/lib/demandes/types";
import { fileRefusalSentences, isFileRefusal } from "@/lib/files/rules";
import { fileSize } from "@/lib/shared/text";

type Props = {
  demande: Pick<DemandeView, "id" | "number">;
  /** Added to the answer and not given yet. */
  files: readonly AttachmentView[];
  most: number;
  accept: string;
  hint: string;
  /** Why the last file was refused. */
  refusal?: string;
  remove: FormAction;
};

/** What the address says of the last file sent without JavaScript: `?refus=…`. */
export function sayUploadRefusal(refusal: string | string[] | undefined): string | undefined {
  if (typeof refusal !== "string") return undefined;
  return isFileRefusal(refusal) ? fileRefusalSentences[refusal] : "Le fichier n’a pas été enregistré. Réessayez.";
}

/** The files of an answer that is being prepared: each is sent at once, and may be taken back until the demande is validated. */
export function AnswerFiles({ demande, files, most, accept, hint, refusal, remove }: Props) {
  return (
    <SummaryCard title="Fichiers de la réponse (facultatif)">
      {refusal ? <Notice tone="danger" title={refusal} /> : null}
      {files.length > 0 ? (
        <ul className="file-list">
          {files.map((file) => (
            <li key={file.id}>
              <span className="min-w-0">
                <TextLink href={`/api/fichiers/${file.id}`} className="break-all">
                  {file.name}
                </TextLink>{" "}
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
      {files.length < most ? (
        <AddFile demande={demande} accept={accept} hint={hint} />
      ) : (
        <p>Quatre fichiers au plus.</p>
      )}
    </SummaryCard>
  );
}

function AddFile({ demande, accept, hint }: Pick<Props, "demande" | "accept" | "hint">) {
  return (
    <UploadForm
      action="/api/televersements"
      hidden={{ demandeId: demande.id, path: "answer", retour: `/admin/demandes/${demande.number}/validation` }}
      title="Réponse"
      label="Ajouter des fichiers à la réponse"
      hint={hint}
      accept={accept}
      isMultiple
    />
  );
}
