import type { FormAction } from "@/components/ui/form/action-form";
import { UploadForm } from "@/components/ui/form/upload-form";
import { SummaryCard } from "@/components/ui/summary-card";
import type { AttachmentView, DemandeView } from "@/lib/demandes/types/demande";
import { portalLimits, uploadLimits } from "@/lib/files/rules";
import type { FileOutcome } from "@/lib/shared/file-outcome";
import { FileLine } from "../documents/file-line";

type Props = {
  demande: Pick<DemandeView, "id" | "number">;
  /** Added to the answer and not given yet. */
  files: readonly AttachmentView[];
  accept: string;
  hint: string;
  /** What became of the files sent without JavaScript: `envoi` names the last sending, `note` is the whole, sealed. */
  sendings: { sent: readonly FileOutcome[]; envoi: string; note: string };
  remove: FormAction;
};

/** The files of an answer that is being prepared: each is sent at once, and may be taken back until the demande is validated. */
export function AnswerFiles({ demande, files, accept, hint, sendings, remove }: Props) {
  return (
    <SummaryCard title="Fichiers de la réponse (facultatif)" id="fichiers-reponse">
      {files.length > 0 ? (
        <ul className="file-list">
          {files.map((file) => (
            <FileLine
              key={file.id}
              file={file}
              action={remove}
              hidden={{ demandeId: demande.id, attachmentId: file.id, envoi: sendings.envoi }}
              verb="Retirer"
            />
          ))}
        </ul>
      ) : null}
      <AddFile demande={demande} files={files} accept={accept} hint={hint} sendings={sendings} />
    </SummaryCard>
  );
}

function AddFile({ demande, files, accept, hint, sendings }: Omit<Props, "remove">) {
  const { envoi } = sendings;
  return (
    <UploadForm
      action="/api/televersements"
      id="champ-fichiers"
      hidden={{
        demandeId: demande.id,
        path: "answer",
        note: sendings.note,
        retour: `/admin/demandes/${demande.number}/validation${envoi && `?envoi=${envoi}`}#champ-fichiers`,
      }}
      title="Réponse"
      label="Ajouter des fichiers à la réponse"
      hint={hint}
      accept={accept}
      isMultiple
      limits={uploadLimits(portalLimits, files.length)}
      present={files.map(({ id }) => id)}
      sent={sendings.sent}
      full={<p>La réponse a ses quatre fichiers. Retirez-en un pour en ajouter un autre.</p>}
    />
  );
}
