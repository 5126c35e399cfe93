import { StatusTag } from "@/components/ui/status-tag";
import { SummaryCard } from "@/components/ui/summary-card";
import { SummaryList } from "@/components/ui/summary-list";
import { TextLink } from "@/components/ui/text-link";
import type { AttachmentView } from "@/lib/demandes/types/demande";
import type { AgentDemande, AgentDocument } from "@/lib/demandes/types/agent";
import { formatShortDate } from "@/lib/shared/dates";
import { fileSize } from "@/lib/shared/text";

type Props = { demande: Pick<AgentDemande, "documents" | "answerFiles"> };

/** What the demande asks for and what was given; then the answer of the service, apart from what was prepared and never left. */
export function Pieces({ demande: { documents, answerFiles } }: Props) {
  const given = answerFiles.filter(({ isFrozen }) => isFrozen);
  const prepared = answerFiles.filter(({ isFrozen }) => !isFrozen);
  return (
    <>
      {documents.length > 0 ? (
        <SummaryCard title="Pièces justificatives">
          <SummaryList
            rows={documents.map((document) => ({
              label: document.label,
              value: <Given document={document} />,
              isChanged: document.isChanged,
            }))}
          />
        </SummaryCard>
      ) : null}
      {given.length > 0 ? (
        <SummaryCard title="Fichiers de la réponse">
          <FileList files={given} />
        </SummaryCard>
      ) : null}
      {prepared.length > 0 ? (
        <SummaryCard title="Fichiers préparés, non remis à l’usager">
          <FileList files={prepared} />
        </SummaryCard>
      ) : null}
    </>
  );
}

function Given({ document: { files, isOnPaper } }: { document: AgentDocument }) {
  if (files.length > 0) return <FileList files={files} />;
  return isOnPaper ? "À remettre sur papier au guichet" : "Non fournie";
}

function FileList({ files }: { files: readonly AttachmentView[] }) {
  return (
    <ul>
      {files.map((file) => (
        <li key={file.id}>
          <FileName file={file} />{" "}
          <span className="text-ink-soft">
            {fileSize(file.size)}, ajouté le {formatShortDate(file.addedAt)}
          </span>
        </li>
      ))}
    </ul>
  );
}

/** A file that the antivirus has not cleared is never opened by an agent. */
function FileName({ file }: { file: AttachmentView }) {
  if (file.scan === "clean") return <TextLink href={`/api/fichiers/${file.id}`}>{file.name}</TextLink>;
  return (
    <>
      {file.name}{" "}
      <StatusTag tone="attention" label={file.scan === "pending" ? "Contrôle antivirus en cours" : "Fichier infecté"} />
    </>
  );
}
