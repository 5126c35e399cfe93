import { EmptyState } from "@/components/ui/empty-state";
import type { AttachmentView, DemandeView } from "@/lib/demandes/types/demande";
import type { SummarySection } from "@/lib/demarches/summary";
import { fileSize } from "@/lib/shared/text";
import { formatDate } from "@/lib/shared/dates";
import { PapersNote } from "../papers-note";
import { ScanNote } from "../documents/file-line";

type Props = { demande: DemandeView; summary: readonly SummarySection[]; base: string };

/** F104: the files of the demande, by the document that they answer. */
export function DemandeFiles({ demande, summary, base }: Props) {
  const rows = summary.flatMap((section) => section.rows);
  const labelOf = (path: string) => rows.find((row) => row.path === path)?.label ?? "Autre document";
  const paths = [...new Set(demande.attachments.map(({ fieldPath }) => fieldPath))];
  return (
    <>
      <PapersNote papers={demande.papers} />
      {paths.length === 0 ? <EmptyState title="Vous n’avez joint aucune pièce à cette demande." /> : null}
      {paths.map((path) => (
        <section key={path} className="mb-6">
          <h2 className="mb-2 text-[1.2rem]">{labelOf(path)}</h2>
          <ul className="file-list">
            {demande.attachments
              .filter(({ fieldPath }) => fieldPath === path)
              .map((file) => (
                <File key={file.id} file={file} />
              ))}
          </ul>
        </section>
      ))}
      <AddLater demande={demande} base={base} />
    </>
  );
}

function File({ file }: { file: AttachmentView }) {
  return (
    <li>
      <span className="min-w-0">
        <a href={`/api/fichiers/${file.id}`} className="inline-flex min-h-11 items-center">
          {file.name}
        </a>{" "}
        <span className="text-ink-soft">
          ({fileSize(file.size)}, ajouté le {formatDate(file.addedAt)})
        </span>
        <ScanNote scan={file.scan} />
      </span>
    </li>
  );
}

/** While the demande may still change, a piece is added by changing it. */
function AddLater({ demande, base }: Pick<Props, "demande" | "base">) {
  if (!demande.can.change) return null;
  const href = demande.status === "incomplete" ? `${base}/corriger` : `${base}/modifier`;
  return (
    <p className="mt-6">
      Pour ajouter ou remplacer une pièce,{" "}
      <a href={href}>{demande.status === "incomplete" ? "complétez la demande" : "modifiez la demande"}</a>.
    </p>
  );
}
