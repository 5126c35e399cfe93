import { StatusTag } from "@/components/ui/status-tag";
import { SummaryCard } from "@/components/ui/summary-card";
import { TextLink } from "@/components/ui/text-link";
import type { AttachmentView } from "@/lib/demandes/types";
import type { AgentDemande } from "@/lib/demandes/types/agent";
import { formatShortDate } from "@/lib/shared/dates";
import { fileSize } from "@/lib/shared/text";

/** What the citizen joined, each file under what it stands for; then the answer of the service. */
export function Pieces({ demande }: { demande: AgentDemande }) {
  const labels = new Map(demande.sections.flatMap(({ rows }) => rows.map(({ path, label }) => [path, label])));
  return (
    <>
      <SummaryCard title="Pièces jointes">
        {demande.attachments.length === 0 ? (
          <p>Aucun fichier.</p>
        ) : (
          <FileList files={demande.attachments} labels={labels} />
        )}
      </SummaryCard>
      {demande.answerFiles.length > 0 ? (
        <SummaryCard title="Fichiers de la réponse">
          <FileList files={demande.answerFiles} labels={labels} />
        </SummaryCard>
      ) : null}
    </>
  );
}

type ListProps = { files: readonly AttachmentView[]; labels: ReadonlyMap<string, string> };

function FileList({ files, labels }: ListProps) {
  return (
    <ul className="file-list">
      {files.map((file) => (
        <li key={file.id}>
          <span className="min-w-0">
            {labels.has(file.fieldPath) ? (
              <span className="block text-ink-soft">{labels.get(file.fieldPath)}</span>
            ) : null}
            <FileName file={file} />
          </span>
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
  if (file.scan === "clean")
    return (
      <TextLink href={`/api/fichiers/${file.id}`} className="break-all">
        {file.name}
      </TextLink>
    );
  return (
    <>
      <span className="break-all">{file.name}</span>{" "}
      <StatusTag tone="attention" label={file.scan === "pending" ? "Contrôle antivirus en cours" : "Fichier infecté"} />
    </>
  );
}
