import type { CellAddress } from '../form/cell-address';
import { indicatorAddresses, type LeafAddresses } from '../form/leaf-addresses';
import type { CellKind } from '../form/form-model';
import type { CellPart } from '../form/leaf-cells';
import { MAX_LENGTH } from '../form/max-lengths';
import type { ParsedCell } from '../form/parse-cell';
import type { ActualReading } from '../form/read-actual';
import { readTier, TIER_NAMES } from '../form/tier';
import { halfWidth, saysNothing } from '../form/typed-text';
import type { ReadCell } from '../scoring/read-cell';
import type { RowReading } from './read-row';

export const EMPTY_CELL: ParsedCell = { status: 'empty' };

/** Cells of line n begin with `indicators.<n>`, as the line stands in the file. */
export const rowAddresses = (index: number): LeafAddresses => indicatorAddresses(index.toString());

export function cell(address: CellAddress, given: { readonly label: string; readonly kind: CellKind; readonly unit?: string }, typed: string, parsed: ParsedCell): ReadCell {
  const { label, kind, unit = '' } = given;
  const part: CellPart = { label, kind, unit, required: false, maxLength: MAX_LENGTH.text };
  return { address, part, typed, parsed };
}

/**
 * The cells of one line: 完成值, 得分 as 自评得分, the remark as 偏差原因. In a reconstructed table, and where the figures stand on the lines below,
 * an empty 完成值 is no empty cell but none at all.
 */
export function rowCells(reading: RowReading, isReconstructed: boolean): readonly ReadCell[] {
  const { row, target } = reading;
  const addresses = rowAddresses(row.index);
  const printed = row.cells.actual_text;
  const isIllegible = printed === null && (isReconstructed || row.isParent);
  const unit = target?.kind === 'number' || target?.kind === 'range' ? target.unit : '';
  const actual = isIllegible ? [] : [cell(addresses.actual, { label: '完成值', kind: 'quantity', unit }, printed ?? '', parsedActual(reading))];
  const tier = reading.kind === 'qualitative' ? tierCell(addresses, printed ?? '') : [];
  const score = row.published === null || row.weight === null ? [] : [scoreCell(addresses, row.published.decimal)];
  const remark = remarkOf(row.cells.remark);
  const text: ParsedCell = remark === '' ? EMPTY_CELL : { status: 'ok', value: { kind: 'text', text: remark }, assumptions: [] };
  return [...actual, ...tier, ...score, cell(addresses.deviation, { label: '偏差原因', kind: 'long_text' }, remark, text)];
}

export function scoreCell(addresses: LeafAddresses, points: string): ReadCell {
  const value = { kind: 'number', decimal: points, unit: '分' } as const;
  return cell(addresses.selfScore, { label: '得分', kind: 'points', unit: '分' }, points, { status: 'ok', value, assumptions: [] });
}

function parsedActual({ actual, kind, row }: RowReading): ParsedCell {
  const text = (row.cells.actual_text ?? '').trim();
  if (kind === 'qualitative') return text === '' ? EMPTY_CELL : { status: 'ok', value: { kind: 'text', text }, assumptions: [] };
  return parsedReading(actual);
}

function parsedReading(actual: ActualReading): ParsedCell {
  switch (actual.kind) {
    case 'number': {
      const { conversion, assumptions, unit, value: decimal } = actual;
      return { status: 'ok', value: { kind: 'number', decimal, unit }, assumptions, ...(conversion === null ? {} : { conversion }) };
    }
    case 'date':
      return { status: 'ok', value: { kind: 'date', date: actual.date }, assumptions: actual.assumptions };
    case 'words':
      return { status: 'invalid', reason: actual.reason };
    default:
      return EMPTY_CELL;
  }
}

/** 达成预期指标 and the like as 评判等级. */
function tierCell(addresses: LeafAddresses, typed: string): readonly ReadCell[] {
  const read = readTier(typed);
  if (read === null) return [];
  const assumptions = read.verbatim ? [] : [`“${typed.trim()}”按“${TIER_NAMES[read.tier]}”读`];
  return [cell(addresses.tier, { label: '评判等级', kind: 'tier' }, typed, { status: 'ok', value: { kind: 'tier', tier: read.tier }, assumptions })];
}

/** A remark that says nothing explains nothing: "/", 无, a stray "0". */
function remarkOf(remark: string | null): string {
  const text = halfWidth(remark ?? '');
  return saysNothing(text) || /^0+$/.test(text) ? '' : (remark ?? '').trim();
}
