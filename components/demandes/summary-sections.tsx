import { SummaryCard } from "@/components/ui/summary-card";
import type { AttachmentView } from "@/lib/demandes/types/demande";
import type { SummaryRow, SummarySection } from "@/lib/demarches/summary";
import { fileSize } from "@/lib/shared/text";

type Props = {
  sections: readonly SummarySection[];
  attachments: readonly AttachmentView[];
  /** Where a section is changed; absent where nothing can be. */
  editHref?: (section: SummarySection) => string | null;
  /** The answers to mark as changed since the last time they were sent, by their path. */
  changed?: ReadonlySet<string>;
  /** 3 under a title of the page. */
  headingLevel?: 2 | 3;
};

const none: ReadonlySet<string> = new Set();

/** A demande as it is read: its sections, its answers, its files. */
export function SummarySections({ sections, attachments, editHref, changed = none, headingLevel }: Props) {
  return sections.map((section) => (
    <SummaryCard
      key={section.key}
      title={section.title}
      headingLevel={headingLevel}
      actions={editLink(section.title, editHref?.(section))}
    >
      <dl className="summary-list">
        {section.rows.map((row) => (
          <Row
            key={row.path}
            row={row}
            files={attachments.filter(({ fieldPath }) => fieldPath === row.path)}
            isChanged={changed.has(row.path)}
          />
        ))}
      </dl>
    </SummaryCard>
  ));
}

function editLink(title: string, href: string | null | undefined) {
  if (!href) return null;
  return (
    <a href={href}>
      Modifier<span className="sr-only"> : {title}</span>
    </a>
  );
}

/** Carries the identifier that an error of this field leads to. */
function Row({ row, files, isChanged }: { row: SummaryRow; files: readonly AttachmentView[]; isChanged: boolean }) {
  const fileNames = new Set(files.map(({ name }) => name));
  const lines = row.lines.filter((line) => !fileNames.has(line));
  return (
    <div id={`champ-${row.path}`} tabIndex={-1} className={isChanged ? "summary-row is-changed" : "summary-row"}>
      <dt>{row.item ? `${row.item} : ${row.label}` : row.label}</dt>
      <dd>
        {files.map((file) => (
          <span key={file.id} className="block">
            <a href={`/api/fichiers/${file.id}`}>{file.name}</a>{" "}
            <span className="text-ink-soft">({fileSize(file.size)})</span>
          </span>
        ))}
        {lines.map((line, index) => (
          <bdi key={index} className="block whitespace-pre-line">
            {line}
          </bdi>
        ))}
        {files.length === 0 && lines.length === 0 ? <span className="text-ink-soft">Non renseigné</span> : null}
        {isChanged ? <span className="changed-mark">Modifié</span> : null}
      </dd>
    </div>
  );
}
