import { type ClipboardEvent, type KeyboardEvent, type ReactNode, useRef } from 'react';
import type { CellChange } from './cell-store';
import { readClipboardTable } from './clipboard-table';
import { useWorkspace } from './use-workspace';

type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

/**
 * The keyboard layer over a table of `CellInput`s that carry a column: Enter and the arrows move, a block from Excel or WPS is pasted over
 * cells, Ctrl+D copies from the cell above, Ctrl+Z takes back. Real inputs stay real: while an input method composes, nothing is touched.
 */
export function CellGrid({ children, className }: { children: ReactNode; className?: string }) {
  const grid = useRef<HTMLDivElement>(null);
  const { store } = useWorkspace();

  function onKeyDown(event: KeyboardEvent<HTMLDivElement>): void {
    const control = controlOf(event.target);
    if (!control || !grid.current || event.nativeEvent.isComposing || event.keyCode === 229) return;
    const isModified = event.ctrlKey || event.metaKey;
    if (isModified && event.key.toLowerCase() === 'z' && !event.shiftKey) {
      event.preventDefault();
      const [first] = store.undo();
      if (first !== undefined) document.getElementById(first)?.focus();
      return;
    }
    if (isModified && event.key.toLowerCase() === 'd') {
      event.preventDefault();
      const above = neighbour(grid.current, control, 'up');
      if (above && isWritable(control)) store.change([{ address: addressOf(control), typedText: above.value }]);
      return;
    }
    const direction = directionOf(event, control);
    if (!direction) return;
    const next = neighbour(grid.current, control, direction);
    if (!next) return;
    event.preventDefault();
    next.focus();
    if (next instanceof HTMLInputElement) next.select();
  }

  function onPaste(event: ClipboardEvent<HTMLDivElement>): void {
    const control = controlOf(event.target);
    if (!control || !grid.current) return;
    const table = readClipboardTable(event.clipboardData.getData('text/plain'));
    const isBlock = table.length > 1 || (table[0]?.length ?? 0) > 1;
    if (!isBlock || control instanceof HTMLTextAreaElement) return;
    event.preventDefault();
    store.change(blockChanges(grid.current, control, table));
    void store.flush();
  }

  return (
    <div ref={grid} className={className} onKeyDown={onKeyDown} onPaste={onPaste}>
      {children}
    </div>
  );
}

type Direction = 'up' | 'down' | 'left' | 'right';

function directionOf(event: KeyboardEvent, control: Control): Direction | null {
  const isText = control instanceof HTMLTextAreaElement;
  if (event.key === 'Enter') return isText ? null : event.shiftKey ? 'up' : 'down';
  if (control instanceof HTMLSelectElement || event.shiftKey || event.ctrlKey || event.metaKey || event.altKey) return null;
  const { selectionStart: start, selectionEnd: end, value } = control;
  const atStart = start === 0 && end === 0;
  const atEnd = start === value.length && end === value.length;
  const isWhole = start === 0 && end === value.length;
  switch (event.key) {
    case 'ArrowUp':
      return !isText || atStart ? 'up' : null;
    case 'ArrowDown':
      return !isText || atEnd ? 'down' : null;
    case 'ArrowLeft':
      return atStart || isWhole ? 'left' : null;
    case 'ArrowRight':
      return atEnd || isWhole ? 'right' : null;
    default:
      return null;
  }
}

const addressOf = (control: Control): string => control.dataset['cell']!;
const columnOf = (control: Control): number => Number.parseInt(control.dataset['column'] ?? '-1', 10);
const isWritable = (control: Control): boolean => !control.disabled && !(control as HTMLInputElement).readOnly;

function controlOf(target: EventTarget): Control | null {
  return target instanceof HTMLElement && target.dataset['cell'] !== undefined && target.dataset['column'] !== undefined ? (target as Control) : null;
}

/** Rows of the grid from top to bottom, each from left to right; rows without cells are passed over. */
function rowsOf(grid: HTMLElement): Control[][] {
  const rows = new Map<Element, Control[]>();
  for (const control of grid.querySelectorAll<Control>('[data-cell][data-column]')) {
    const row = control.closest('tr') ?? grid;
    rows.set(row, [...(rows.get(row) ?? []), control]);
  }
  return [...rows.values()].map((row) => row.sort((left, right) => columnOf(left) - columnOf(right)));
}

function neighbour(grid: HTMLElement, control: Control, direction: Direction): Control | null {
  const rows = rowsOf(grid);
  const rowIndex = rows.findIndex((row) => row.includes(control));
  const row = rows[rowIndex] ?? [];
  if (direction === 'left' || direction === 'right') return row[row.indexOf(control) + (direction === 'left' ? -1 : 1)] ?? null;
  const step = direction === 'up' ? -1 : 1;
  for (let index = rowIndex + step; index >= 0 && index < rows.length; index += step) {
    const found = rows[index]!.find((candidate) => columnOf(candidate) === columnOf(control));
    if (found) return found;
  }
  return null;
}

/** A pasted block goes down from the control by rows that have its column, and right by columns; cells that are locked or absent are passed over. */
function blockChanges(grid: HTMLElement, control: Control, table: readonly (readonly string[])[]): CellChange[] {
  const rows = rowsOf(grid);
  const from = rows.findIndex((row) => row.includes(control));
  const column = columnOf(control);
  const targets = rows.slice(from).filter((row) => row.some((candidate) => columnOf(candidate) === column));
  const columns = [...new Set(rows.flat().map(columnOf))].sort((left, right) => left - right).filter((candidate) => candidate >= column);
  return table.slice(0, targets.length).flatMap((texts, rowIndex) =>
    texts.flatMap((text, columnIndex) => {
      const target = targets[rowIndex]!.find((candidate) => columnOf(candidate) === columns[columnIndex]);
      return target && isWritable(target) ? [{ address: addressOf(target), typedText: text.trim() }] : [];
    }),
  );
}
