import type { FormAction } from "@/components/ui/form/action-form";
import { UploadForm } from "@/components/ui/form/upload-form";
import { acceptAttribute, mebibyte, uploadLimits } from "@/lib/files/rules";
import { flashTextId } from "@/lib/shared/flash-cookie";
import type { FileOutcome } from "@/lib/shared/file-outcome";
import { Inset } from "@/components/ui/inset";
import type { DocumentRequest } from "./document-request";
import { FileLine } from "./file-line";
import { PaperForm } from "./paper-form";
import { WalletForm } from "./wallet-form";

export type DocumentActions = { remove: FormAction; declareOnPaper: FormAction; attachFromWallet: FormAction };

type Props = {
  draftId: string;
  request: DocumentRequest;
  actions: DocumentActions;
  /** Local path of this page, and its query: every form comes back to it. */
  here: string;
  /** Pieces of the porte-documents that may be chosen. */
  wallet: readonly { id: string; label: string }[];
  error?: string;
  /** What became of the files sent for it without JavaScript. */
  sent?: readonly FileOutcome[];
  /** What the page says of all files sent, sealed: posted with the next ones. */
  saidNote?: string;
  /** What the service said of this document. */
  note: string | null;
};

/** One document that is asked for. Each way to give it is a form of its own, so that none loses what another holds (F43, F97, F135). */
export function DocumentCard({ draftId, request, actions, here, wallet, error, sent, saidNote = "", note }: Props) {
  const { path, title, help, isOptional, files, onPaper } = request;
  const hidden = { demandeId: draftId, path, retour: here };
  return (
    <section
      id={`champ-${path}`}
      tabIndex={-1}
      aria-labelledby={`titre-${path}`}
      aria-describedby={flashTextId}
      className="card"
    >
      <div className="card-head">
        <h2 id={`titre-${path}`}>
          {title}
          {isOptional ? <span className="font-normal text-ink-soft"> (facultatif)</span> : null}
        </h2>
      </div>
      <div className={error ? "card-body field has-error" : "card-body"}>
        {note ? (
          <Inset>
            <p>Le service indique : {note}</p>
          </Inset>
        ) : null}
        {help ? <p className="field-hint">{help}</p> : null}
        {error ? (
          <p className="field-error">
            <span>
              <span className="sr-only">Erreur : </span>
              {error}
            </span>
          </p>
        ) : null}
        {files.length > 0 ? (
          <ul className="file-list" aria-label={`Fichiers joints : ${title}`}>
            {files.map((file) => (
              <FileLine
                key={file.id}
                file={file}
                action={actions.remove}
                hidden={{ ...hidden, attachmentId: file.id }}
              />
            ))}
          </ul>
        ) : null}
        <GiveFiles
          request={request}
          hidden={hidden}
          wallet={wallet}
          sent={sent}
          saidNote={saidNote}
          attachFromWallet={actions.attachFromWallet}
        />
        {files.length === 0 ? (
          <PaperForm action={actions.declareOnPaper} hidden={hidden} title={title} isOnPaper={onPaper} />
        ) : null}
      </div>
    </section>
  );
}

type GiveProps = Pick<Props, "request" | "wallet" | "sent" | "saidNote"> & {
  hidden: Readonly<Record<"demandeId" | "path" | "retour", string>>;
  attachFromWallet: FormAction;
};

/** Stays in the page when the document is full, or on paper: what was said of the files is said in it. */
function GiveFiles({ request, hidden, wallet, sent, saidNote, attachFromWallet }: GiveProps) {
  const { path, files, maxFiles, maxMegabytes } = request;
  const isOnPaper = request.onPaper && files.length === 0;
  const many = maxFiles > 1;
  const limits = uploadLimits({ files: maxFiles, bytes: maxMegabytes * mebibyte }, isOnPaper ? maxFiles : files.length);
  return (
    <>
      <UploadForm
        action="/api/televersements"
        id={`envoi-${path}`}
        hidden={{ ...hidden, retour: `${hidden.retour}#envoi-${path}`, ...(saidNote && { note: saidNote }) }}
        title={request.title}
        label={many ? "Choisir des fichiers sur votre appareil" : "Choisir un fichier sur votre appareil"}
        hint={`PDF, JPEG, PNG, GIF ou WebP. ${maxMegabytes}\u00A0Mo au plus par fichier${many ? `, ${maxFiles}\u00A0fichiers au plus` : ""}.`}
        accept={acceptAttribute}
        isMultiple={many}
        limits={limits}
        present={files.map(({ id }) => id)}
        sent={sent}
        full={
          isOnPaper ? null : (
            <p className="field-hint">Vous avez joint le nombre de fichiers possible pour ce document.</p>
          )
        }
      />
      {wallet.length > 0 && limits.room > 0 ? (
        <WalletForm action={attachFromWallet} hidden={hidden} title={request.title} pieces={wallet} />
      ) : null}
    </>
  );
}
