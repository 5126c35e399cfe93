import { SummaryCard } from "@/components/ui/summary-card";
import { SummaryList } from "@/components/ui/summary-list";
import type { AgentDemande, AgentDocument } from "@/lib/demandes/types/agent";
import { FileList } from "../file-list";

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
          <FileList files={given} reader="agent" />
        </SummaryCard>
      ) : null}
      {prepared.length > 0 ? (
        <SummaryCard title="Fichiers préparés, non remis à l’usager">
          <FileList files={prepared} reader="agent" />
        </SummaryCard>
      ) : null}
    </>
  );
}

function Given({ document: { files, isOnPaper } }: { document: AgentDocument }) {
  if (files.length > 0) return <FileList files={files} reader="agent" />;
  return isOnPaper ? "À remettre sur papier au guichet" : "Non fournie";
}
