import { type ChangeEvent, useId } from 'react';
import { cellCaption } from '~/app/domain/form/form-model';
import { TIER_NAMES, TIERS } from '~/app/domain/form/tier';
import { CellNotice } from './cell-notice';
import { type UsedCell, useCell } from './use-workspace';

export interface CellInputProps {
  readonly address: string;
  /** Column of the grid the cell stands in; arrows, paste and fill-down go by it. Absent outside a grid. */
  readonly column?: number;
  /** Rows of a long text. */
  readonly rows?: number;
  /** Shown in grey while the cell is empty, e.g. the system's score. */
  readonly placeholder?: string;
}

const NUMERIC = new Set(['money', 'count', 'decimal', 'percent', 'quantity', 'points']);

/**
 * The one editor of a cell: a real input, text area or select by the cell's kind. The typed text is never replaced; text that does not
 * parse stays and is marked with its reason.
 */
export function CellInput({ address, column, rows = 4, placeholder }: CellInputProps) {
  const cell = useCell(address);
  const noticeId = useId();
  const { spec, parsed, lock } = cell;
  const isInvalid = parsed.status === 'invalid';
  const shared = {
    id: address,
    'data-cell': address,
    'data-column': column,
    'aria-label': cellCaption(spec),
    'aria-invalid': isInvalid || undefined,
    'aria-describedby': noticeId,
    'aria-required': spec.required || undefined,
    value: cell.typedText,
    placeholder: placeholder ?? '',
    onChange: (event: ChangeEvent<HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement>) => cell.change(event.target.value),
    onBlur: cell.commit,
  };
  if (lock !== null) return <FixedCell cell={cell} address={address} lock={lock} />;
  return (
    <div className={classOf(cell)}>
      {drawControl(cell, shared, rows)}
      <CellNotice id={noticeId} cell={cell} />
    </div>
  );
}

/** A locked cell is text, not a greyed input: the whole of it can be read. It can still be pointed at by a link. */
function FixedCell({ cell, address, lock }: { cell: UsedCell; address: string; lock: string }) {
  const isNumber = NUMERIC.has(cell.spec.kind);
  return (
    <div id={address} tabIndex={-1} className={isNumber ? 'cell-fixed cell-number' : 'cell-fixed'} title={lock}>
      {cell.typedText === '' ? <span className="figure-empty">—</span> : cell.typedText}
    </div>
  );
}

type Shared = Record<string, unknown> & { value: string };

function drawControl(cell: UsedCell, shared: Shared, rows: number) {
  const { kind } = cell.spec;
  if (kind === 'yes_no' || kind === 'tier') return <ChoiceControl cell={cell} shared={shared} />;
  if (kind === 'long_text') return <textarea {...shared} rows={rows} className="cell-control cell-text" />;
  return <input {...shared} type="text" autoComplete="off" spellCheck={false} className={`cell-control ${NUMERIC.has(kind) ? 'cell-number' : ''}`} />;
}

function ChoiceControl({ cell, shared }: { cell: UsedCell; shared: Shared }) {
  const words = cell.spec.kind === 'tier' ? TIERS.map((tier) => TIER_NAMES[tier]) : ['是', '否'];
  const { placeholder: _placeholder, ...rest } = shared;
  const isOther = cell.typedText !== '' && !words.includes(cell.typedText);
  return (
    <select {...rest} className="cell-control cell-choice">
      <option value="">请选择</option>
      {words.map((word) => (
        <option key={word} value={word}>
          {word}
        </option>
      ))}
      {isOther ? <option value={cell.typedText}>{cell.typedText}</option> : null}
    </select>
  );
}

function classOf(cell: UsedCell): string {
  const classes = ['cell', `cell-is-${cell.saveState}`];
  if (cell.parsed.status === 'invalid') classes.push('cell-is-invalid');
  if (cell.spec.required && cell.parsed.status === 'empty') classes.push('cell-is-wanted');
  return classes.join(' ');
}
