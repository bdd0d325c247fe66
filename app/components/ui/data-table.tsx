import type { Key, ReactNode } from 'react';
import { ErrorState } from './error-state';
import { SkeletonRows } from './skeleton-rows';

export interface Column<Row> {
  readonly key: string;
  readonly head: ReactNode;
  readonly cell: (row: Row, index: number) => ReactNode;
  readonly align?: 'left' | 'center' | 'right';
  /** CSS width; one column without it takes the rest. */
  readonly width?: number | string;
  /** Set on the column the rows are sorted by. */
  readonly sorted?: 'ascending' | 'descending';
  /** Keeps the text on one line. */
  readonly isTight?: boolean;
  /** Marks the cell that names the row, for screen readers. */
  readonly isRowHead?: boolean;
}

export interface DataTableProps<Row> {
  /** What the table holds; read out by screen readers. */
  readonly caption: string;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly rowKey: (row: Row) => Key;
  readonly rowTone?: (row: Row) => 'selected' | 'attention' | undefined;
  /** Shown instead of rows when there are none: says why and what to do next. */
  readonly empty: ReactNode;
  readonly isLoading?: boolean;
  readonly error?: string;
  /** Rows of a <tfoot>, e.g. sums: one array of cells per row, as long as `columns`. */
  readonly foot?: readonly (readonly ReactNode[])[];
  /** Height of the scrolling area; absent: the page scrolls and the head sticks below the top bar. */
  readonly maxHeight?: number | string;
}

const classOf = <Row,>(column: Column<Row>) => [`align-${column.align ?? 'left'}`, ...(column.isTight ? ['tight'] : [])].join(' ');

/** The official table: plain markup, thin lines, 36 px rows, a head that stays. */
export function DataTable<Row>({ caption, columns, rows, rowKey, rowTone, empty, isLoading = false, error, foot, maxHeight }: DataTableProps<Row>) {
  return (
    <div className={maxHeight === undefined ? 'table-frame' : 'table-frame table-scroll'} style={maxHeight === undefined ? undefined : { maxHeight }}>
      <table className="data-table" aria-busy={isLoading}>
        <caption className="visually-hidden">{caption}</caption>
        <colgroup>
          {columns.map((column) => (
            <col key={column.key} style={column.width === undefined ? undefined : { width: column.width }} />
          ))}
        </colgroup>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column.key} scope="col" className={classOf(column)} aria-sort={column.sorted}>
                {column.head}
              </th>
            ))}
          </tr>
        </thead>
        {isLoading ? <SkeletonRows rows={8} columns={columns.length} /> : <tbody>{rows.map((row, index) => drawRow(row, index))}</tbody>}
        {foot === undefined || isLoading || rows.length === 0 ? null : (
          <tfoot>
            {foot.map((cells, rowIndex) => (
              <tr key={rowIndex}>
                {columns.map((column, index) => (
                  <td key={column.key} className={classOf(column)}>
                    {cells[index]}
                  </td>
                ))}
              </tr>
            ))}
          </tfoot>
        )}
      </table>
      {error === undefined ? null : <ErrorState text={error} />}
      {error === undefined && !isLoading && rows.length === 0 ? empty : null}
    </div>
  );

  function drawRow(row: Row, index: number) {
    const tone = rowTone?.(row);
    return (
      <tr key={rowKey(row)} className={tone === undefined ? undefined : `row-${tone}`}>
        {columns.map((column) =>
          column.isRowHead ? (
            <th key={column.key} scope="row" className={classOf(column)}>
              {column.cell(row, index)}
            </th>
          ) : (
            <td key={column.key} className={classOf(column)}>
              {column.cell(row, index)}
            </td>
          ),
        )}
      </tr>
    );
  }
}
