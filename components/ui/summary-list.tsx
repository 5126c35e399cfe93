import type { ReactNode } from "react";

export type SummaryRow = {
  label: string;
  /** Nothing, or an empty text, is shown as « Non renseigné ». */
  value?: ReactNode;
  /** Where to change it. */
  href?: string;
  /** « Modifier » by default; « Ajouter » where nothing stands yet. */
  actionLabel?: string;
  /** Shown as changed since the last submission. */
  isChanged?: boolean;
};

type Props = { rows: readonly SummaryRow[] };

/** Questions and answers, each with its own « Modifier ». */
export function SummaryList({ rows }: Props) {
  return (
    <dl className="summary-list">
      {rows.map((row) => (
        <div key={row.label} className={row.isChanged ? "summary-row is-changed" : "summary-row"}>
          <dt>{row.label}</dt>
          <dd>
            {isEmpty(row.value) ? <span className="text-ink-soft">Non renseigné</span> : row.value}
            {row.isChanged ? <span className="changed-mark">Modifié</span> : null}
          </dd>
          {row.href ? (
            <dd className="summary-action">
              <a href={row.href}>
                {row.actionLabel ?? "Modifier"}
                <span className="sr-only"> : {row.label}</span>
              </a>
            </dd>
          ) : null}
        </div>
      ))}
    </dl>
  );
}

function isEmpty(value: ReactNode): boolean {
  return value === undefined || value === null || value === false || value === "";
}
