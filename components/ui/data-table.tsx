import type { ReactNode } from "react";

type Column = {
  label: string;
  /** Numbers line up on the right. */
  isNumber?: boolean;
  /** Links and buttons say themselves what they do: a card does not say it twice. */
  isAction?: boolean;
};
type Row = {
  id: string;
  /** In the order of the columns; the first one names the row. */
  cells: readonly ReactNode[];
  isNew?: boolean;
};
type Props = { caption: string; isCaptionHidden?: boolean; columns: readonly Column[]; rows: readonly Row[] };

/** From this number on, columns do not fit beside one another on a tablet. */
const manyColumns = 5;

/**
 * A table that becomes a list of cards where it lacks room. A table laid out as blocks loses its columns for some screen
 * readers: a card's cells carry their label, which is heard too.
 */
export function DataTable({ caption, isCaptionHidden, columns, rows }: Props) {
  return (
    <div className="table-frame">
      <table className={columns.length >= manyColumns ? "data-table has-many-columns" : "data-table"}>
        <caption className={isCaptionHidden ? "sr-only" : undefined}>{caption}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column.label} scope="col" className={column.isNumber ? "is-number" : undefined}>
                {column.label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id} className={row.isNew ? "is-new" : undefined}>
              {columns.map((column, index) => (
                <Cell key={column.label} column={column} isRowHeader={index === 0}>
                  {row.cells[index]}
                </Cell>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Cell({ column, isRowHeader, children }: { column: Column; isRowHeader: boolean; children: ReactNode }) {
  const className = column.isNumber ? "is-number" : undefined;
  if (isRowHeader) {
    return (
      <th scope="row" className={className}>
        <div className="cell-value">{children}</div>
      </th>
    );
  }
  return (
    <td className={className}>
      {column.isAction ? null : <span className="cell-label">{column.label}</span>}
      <div className="cell-value">{children}</div>
    </td>
  );
}
