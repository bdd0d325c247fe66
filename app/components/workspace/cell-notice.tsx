import { TimeText } from '~/app/components/ui/time-text';
import type { UsedCell } from './use-workspace';

/** What a cell has to say: why its text cannot be read, what was assumed in reading it, or that somebody else changed it. */
export function CellNotice({ id, cell }: { id: string; cell: UsedCell }) {
  if (cell.conflict) return <ConflictNotice id={id} cell={cell} conflict={cell.conflict} />;
  if (cell.refusal !== null) {
    return (
      <p id={id} className="cell-notice cell-notice-error" role="alert">
        未保存：{cell.refusal}
      </p>
    );
  }
  if (cell.parsed.status === 'invalid') {
    return (
      <p id={id} className="cell-notice cell-notice-error">
        {cell.parsed.reason}
      </p>
    );
  }
  const assumptions = cell.parsed.status === 'ok' ? cell.parsed.assumptions : [];
  const { help } = cell.spec;
  const text = assumptions.length > 0 ? assumptions.join('；') : help;
  return text === undefined ? (
    <span id={id} hidden />
  ) : (
    <p id={id} className="cell-notice cell-notice-hint">
      {text}
    </p>
  );
}

function ConflictNotice({ id, cell, conflict }: { id: string; cell: UsedCell; conflict: NonNullable<UsedCell['conflict']> }) {
  return (
    <div id={id} className="cell-notice cell-notice-conflict" role="alert">
      <p>
        {conflict.updatedBy}于 <TimeText value={conflict.updatedAt} /> 已改为“{conflict.typedText === '' ? '（空）' : conflict.typedText}”，您填的是“
        {cell.typedText === '' ? '（空）' : cell.typedText}”。
      </p>
      <p className="cell-notice-choices">
        <button type="button" onClick={() => cell.resolve('mine')}>
          保留我填的
        </button>
        <button type="button" onClick={() => cell.resolve('theirs')}>
          采用对方的
        </button>
      </p>
    </div>
  );
}
