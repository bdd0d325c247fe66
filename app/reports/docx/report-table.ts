import { AlignmentType, BorderStyle, Paragraph, Table, TableCell, TableLayoutType, TableRow, TextRun, VerticalAlignTable, VerticalMergeType, WidthType } from 'docx';
import type { ReportAttachment, ReportCell, ReportColumn } from '../report-model';
import { run, SIZES, tableParagraph, TEXT_WIDTH } from './official-styles';

const ALIGN = { left: AlignmentType.LEFT, centre: AlignmentType.CENTER, number: AlignmentType.RIGHT } as const;
const RULE = { style: BorderStyle.SINGLE, size: 4, color: '000000' } as const;
const FRAME = { style: BorderStyle.SINGLE, size: 8, color: '000000' } as const;
const CELL_MARGIN = { left: 30, right: 30, top: 0, bottom: 0 } as const;

function cellParagraph(text: string, face: 'fang' | 'hei', align: (typeof ALIGN)[keyof typeof ALIGN]): Paragraph {
  return new Paragraph({ ...tableParagraph, alignment: align, children: [new TextRun({ ...run(face, SIZES.table), text })] });
}

function bodyCell(cell: ReportCell, column: ReportColumn | undefined, width: number, face: 'fang' | 'hei'): TableCell {
  const spans = cell.colSpan ?? 1;
  const merge = cell.rowSpan === undefined || cell.rowSpan === 1 ? undefined : cell.rowSpan === 0 ? VerticalMergeType.CONTINUE : VerticalMergeType.RESTART;
  return new TableCell({
    width: { size: width, type: WidthType.DXA },
    columnSpan: spans > 1 ? spans : undefined,
    verticalMerge: merge,
    verticalAlign: VerticalAlignTable.CENTER,
    margins: CELL_MARGIN,
    children: [cellParagraph(cell.rowSpan === 0 ? '' : cell.text, face, spans > 1 ? ALIGN.centre : ALIGN[column?.align ?? 'left'])],
  });
}

/** The table of an attachment with its head repeated on every page; rows are never split. */
export function reportTable({ columns, rows, orientation }: ReportAttachment): Table {
  const full = TEXT_WIDTH[orientation];
  const widths = columns.map(({ width }) => Math.floor((full * width) / 100));
  const head = new TableRow({
    tableHeader: true,
    cantSplit: true,
    children: columns.map(
      ({ title }, index) =>
        new TableCell({
          width: { size: widths[index] ?? 0, type: WidthType.DXA },
          verticalAlign: VerticalAlignTable.CENTER,
          margins: CELL_MARGIN,
          children: [cellParagraph(title, 'hei', ALIGN.centre)],
        }),
    ),
  });
  const body = rows.map(({ kind, cells }) => {
    let place = 0;
    const children = cells.map((cell) => {
      const first = place;
      place += cell.colSpan ?? 1;
      const width = widths.slice(first, place).reduce((sum, each) => sum + each, 0);
      return bodyCell(cell, columns[first], width, kind === 'total' ? 'hei' : 'fang');
    });
    return new TableRow({ cantSplit: true, children });
  });
  return new Table({
    width: { size: full, type: WidthType.DXA },
    layout: TableLayoutType.FIXED,
    columnWidths: widths,
    borders: { top: FRAME, bottom: FRAME, left: FRAME, right: FRAME, insideHorizontal: RULE, insideVertical: RULE },
    rows: [head, ...body],
  });
}
