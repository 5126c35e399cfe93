import { ActionForm, type FormAction } from "@/components/ui/form/action-form";
import { HiddenFields } from "@/components/ui/form/hidden-fields";
import { SubmitButton } from "@/components/ui/form/submit-button";
import { UploadForm } from "@/components/ui/form/upload-form";
import { acceptAttribute, fileLimits, portalLimits, uploadLimits } from "@/lib/files/rules";
import { flashTextId } from "@/lib/shared/flash-cookie";
import type { FileOutcome } from "@/lib/shared/file-outcome";
import { fileSize } from "@/lib/shared/text";
import type { WalletDocumentView, WalletFileView } from "@/lib/wallet/types";

type Props = {
  document: WalletDocumentView;
  remove: FormAction;
  /** What became of the files sent without JavaScript: `envoi` names the last sending, `note` is the whole, sealed. */
  sendings: { sent: readonly FileOutcome[]; envoi: string; note: string };
};

/** One to four files a piece: the front, the back (F111). */
export function WalletFiles({ document, remove, sendings }: Props) {
  const { id, title, files } = document;
  const { sent, envoi, note } = sendings;
  return (
    <section
      id="champ-fichiers"
      tabIndex={-1}
      aria-labelledby="fichiers"
      aria-describedby={flashTextId}
      className="mt-8"
    >
      <h2 id="fichiers" className="mb-3">
        Les fichiers
      </h2>
      {files.length > 0 ? (
        <ul className="file-list">
          {files.map((file) => (
            <FileLine key={file.id} documentId={id} file={file} envoi={envoi} remove={remove} />
          ))}
        </ul>
      ) : null}
      <UploadForm
        action="/api/televersements"
        id="envoi"
        hidden={{ documentId: id, note, retour: `/espace/porte-documents/${id}${envoi && `?envoi=${envoi}`}#envoi` }}
        title={title}
        label="Choisir des fichiers sur votre appareil"
        hint={`PDF, JPEG, PNG, GIF ou WebP. 10\u00A0Mo au plus par fichier, ${fileLimits.filesAPiece}\u00A0fichiers au plus : par exemple le recto et le verso.`}
        accept={acceptAttribute}
        isMultiple
        limits={uploadLimits(portalLimits, files.length)}
        present={files.map((file) => file.id)}
        sent={sent}
        full={
          <p className="field-hint">Cette pièce a ses quatre fichiers. Supprimez-en un pour en ajouter un autre.</p>
        }
      />
    </section>
  );
}

type LineProps = { documentId: string; file: WalletFileView; envoi: string; remove: FormAction };

function FileLine({ documentId, file, envoi, remove }: LineProps) {
  return (
    <li>
      <span className="min-w-0">
        <a href={`/api/fichiers/porte-documents/${file.id}`}>{file.name}</a>{" "}
        <span className="text-ink-soft">({fileSize(file.size)})</span>
      </span>
      <ActionForm action={remove} label={`Supprimer ${file.name}`}>
        <HiddenFields values={{ documentId, fileId: file.id, envoi }} />
        <SubmitButton variant="plain" context={`le fichier ${file.name}`}>
          Supprimer
        </SubmitButton>
      </ActionForm>
    </li>
  );
}
