import type { ReactNode } from "react";

type Column = { label: string; /** Numbers line up on the right. */ isNumber?: boolean };
type Row = {
  id: string;
  /** In the order of the columns; the first one names the row. */ cells: readonly ReactNode[];
  isNew?: boolean;
};
type Props = { caption: string; isCaptionHidden?: boolean; columns: readonly Column[]; rows: readonly Row[] };

/**
 * A table that becomes a list of cards on a phone. The roles are written out because a table laid out as blocks
 * loses them in some browsers.
 */
export function DataTable({ caption, isCaptionHidden, columns, rows }: Props) {
  return (
    <table role="table" className="data-table">
      <caption className={isCaptionHidden ? "sr-only" : undefined}>{caption}</caption>
      <thead role="rowgroup">
        <tr role="row">
          {columns.map((column) => (
            <th
              key={column.label}
              role="columnheader"
              scope="col"
              className={column.isNumber ? "is-number" : undefined}
            >
              {column.label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {rows.map((row) => (
          <tr key={row.id} role="row" className={row.isNew ? "is-new" : undefined}>
            {columns.map((column, index) => (
              <Cell key={column.label} column={column} isRowHeader={index === 0}>
                {row.cells[index]}
              </Cell>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Cell({ column, isRowHeader, children }: { column: Column; isRowHeader: boolean; children: ReactNode }) {
  const className = column.isNumber ? "is-number" : undefined;
  if (isRowHeader) {
    return (
      <th role="rowheader" scope="row" className={className}>
        {children}
      </th>
    );
  }
  return (
    <td role="cell" className={className}>
      <span aria-hidden="true" className="cell-label">
        {column.label}
      </span>
      <span className="cell-value">{children}</span>
    </td>
  );
}
