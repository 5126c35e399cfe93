import type { DemandeView } from "@/lib/demandes/types/demande";
import type { SummarySection } from "@/lib/demarches/summary";
import { FileList } from "../file-list";
import { PapersNote } from "../papers-note";

type Props = { demande: DemandeView; summary: readonly SummarySection[]; base: string };

/** F104: the files of the demande, by the document that they answer. */
export function DemandeFiles({ demande, summary, base }: Props) {
  const rows = summary.flatMap((section) => section.rows);
  const labelOf = (path: string) => rows.find((row) => row.path === path)?.label ?? "Autre document";
  const paths = [...new Set(demande.attachments.map(({ fieldPath }) => fieldPath))];
  return (
    <>
      <PapersNote papers={demande.papers} />
      {paths.length === 0 ? <p>Vous n’avez joint aucune pièce à cette demande.</p> : null}
      {paths.map((path) => (
        <section key={path} className="mb-6">
          <h3 className="mb-2 text-[1.2rem]">{labelOf(path)}</h3>
          <FileList files={demande.attachments.filter(({ fieldPath }) => fieldPath === path)} reader="owner" />
        </section>
      ))}
      <AddLater demande={demande} base={base} />
    </>
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
