import type { JSX } from 'react';
import type { ReportAttachment, ReportCell, ReportColumn } from './report-model';

const ALIGN_CLASS: Readonly<Record<ReportColumn['align'], string | undefined>> = { left: undefined, centre: 'centre', number: 'number' };

function Cell({ cell, column }: { readonly cell: ReportCell; readonly column: ReportColumn | undefined }): JSX.Element {
  const { text, rowSpan, colSpan, bar } = cell;
  const className = (colSpan ?? 1) > 1 ? 'centre' : ALIGN_CLASS[column?.align ?? 'left'];
  return (
    <td className={className} rowSpan={rowSpan !== undefined && rowSpan > 1 ? rowSpan : undefined} colSpan={colSpan}>
      {bar !== undefined && <span className="bar" style={{ width: bar }} />}
      {text}
    </td>
  );
}

/** The cells of a row with the column each begins in. */
export function placedCells(cells: readonly ReportCell[], columns: readonly ReportColumn[]): { readonly cell: ReportCell; readonly column: ReportColumn | undefined }[] {
  let index = 0;
  return cells.map((cell) => {
    const column = columns[index];
    index += cell.colSpan ?? 1;
    return { cell, column };
  });
}

/** One table of the report: head repeated on every page, covered places left out, a closing line wherever a page ends. */
export function ReportTable({ attachment }: { readonly attachment: ReportAttachment }): JSX.Element {
  const { columns, rows } = attachment;
  return (
    <table>
      <colgroup>
        {columns.map(({ title, width }) => (
          <col key={title} style={{ width: `${width}%` }} />
        ))}
      </colgroup>
      <thead>
        <tr>
          {columns.map(({ title }) => (
            <th key={title} scope="col">
              {title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ kind, cells }, row) => (
          <tr key={row} className={kind === 'total' ? 'total' : undefined}>
            {placedCells(cells, columns).map(({ cell, column }, place) => (cell.rowSpan === 0 ? null : <Cell key={place} cell={cell} column={column} />))}
          </tr>
        ))}
      </tbody>
      <tfoot aria-hidden="true">
        <tr>
          <td colSpan={columns.length} />
        </tr>
      </tfoot>
    </table>
  );
}
