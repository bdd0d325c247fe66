import { type TargetChange, targetChanges } from '~/app/domain/round/target-sheets-changes';
import type { UploadAnswer } from './upload-workbook';
import type { Wizard } from './use-wizard';
import { scopeOf } from './wizard-plan';

type Scopes = Extract<UploadAnswer, { ok: true }>['scopes'];

const SHOWN = 8;
const KIND_WORDS: Readonly<Record<TargetChange['kind'], string>> = { added: '新增', removed: '删去', changed: '改动' };

interface TargetChangesProps {
  readonly wizard: Wizard;
  readonly fileName: string;
  readonly scopes: Scopes;
  readonly onTake: (fileName: string, scopes: Scopes) => void;
  readonly onDrop: () => void;
}

/** The dry run: per department what an import would change, before any of it is taken over. */
export function TargetChanges({ wizard, fileName, scopes, onTake, onDrop }: TargetChangesProps) {
  const { options, draft } = wizard;
  const chosen = new Set(draft.departmentIds);
  const rows = scopes.map((scope) => {
    const department = options.departments.find(({ id }) => id === scope.departmentId);
    return { scope, name: department?.name ?? '', isChosen: chosen.has(scope.departmentId), changes: targetChanges(scopeOf(draft, options, scope.departmentId), scope) };
  });
  const changed = rows.filter((row) => row.changes.length > 0);
  return (
    <section className="issue-changes" aria-label="导入前的核对">
      <h2>“{fileName}”有 {scopes.length} 个部门，{changed.length === 0 ? '与现有目标完全一致' : `其中 ${changed.length} 个部门的目标有变化`}</h2>
      <ul>
        {changed.map((row) => (
          <li key={row.scope.departmentId}>
            <h3>
              {row.name}
              <span className="issue-beside">{countsOf(row.changes)}</span>
              {row.isChosen ? null : <span className="issue-beside">未选入本轮范围</span>}
            </h3>
            <ul className="issue-change-list">
              {row.changes.slice(0, SHOWN).map((change) => (
                <li key={change.text}>{change.text}</li>
              ))}
            </ul>
            {row.changes.length > SHOWN ? (
              <details>
                <summary>另有 {row.changes.length - SHOWN} 处</summary>
                <ul className="issue-change-list">
                  {row.changes.slice(SHOWN).map((change) => (
                    <li key={change.text}>{change.text}</li>
                  ))}
                </ul>
              </details>
            ) : null}
          </li>
        ))}
      </ul>
      <div className="command-row">
        {changed.length === 0 ? null : (
          <button type="button" className="button-primary issue-button" onClick={() => onTake(fileName, changed.map((row) => row.scope))}>
            采用这些变化
          </button>
        )}
        <button type="button" className="plain-button" onClick={onDrop}>
          {changed.length === 0 ? '知道了' : '不采用'}
        </button>
      </div>
    </section>
  );
}

function countsOf(changes: readonly TargetChange[]): string {
  return (['added', 'removed', 'changed'] as const)
    .map((kind) => ({ word: KIND_WORDS[kind], count: changes.filter((change) => change.kind === kind).length }))
    .filter(({ count }) => count > 0)
    .map(({ word, count }) => `${word} ${count}`)
    .join('，');
}
