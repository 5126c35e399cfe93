import { ActionForm, type FormAction } from "@/components/ui/form/action-form";
import { SubmitButton } from "@/components/ui/form/submit-button";
import { Notice } from "@/components/ui/notice";
import { SummaryCard } from "@/components/ui/summary-card";
import { TextLink } from "@/components/ui/text-link";
import type { AttachmentView, DemandeView } from "@/lib/demandes/types";
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
    <form
      action="/api/televersements"
      method="post"
      encType="multipart/form-data"
      aria-label="Ajouter un fichier à la réponse"
    >
      <input type="hidden" name="demandeId" value={demande.id} />
      <input type="hidden" name="path" value="answer" />
      <input type="hidden" name="retour" value={`/admin/demandes/${demande.number}/validation`} />
      <div className="field">
        <label htmlFor="reponse-fichier">Ajouter un fichier</label>
        <p id="reponse-fichier-aide" className="field-hint">
          {hint}
        </p>
        <input
          type="file"
          id="reponse-fichier"
          name="file"
          accept={accept}
          required
          aria-describedby="reponse-fichier-aide"
          className="control"
        />
      </div>
      <button type="submit" className="button button-secondary">
        Ajouter le fichier
      </button>
    </form>
  );
}
