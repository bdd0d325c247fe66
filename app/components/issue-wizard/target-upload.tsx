import { useId, useRef, useState } from 'react';
import { TargetChanges } from './target-changes';
import { TARGET_WORKBOOK_URL, type UploadAnswer, uploadWorkbook } from './upload-workbook';
import type { Wizard } from './use-wizard';

type State = { readonly kind: 'idle' } | { readonly kind: 'reading'; readonly fileName: string } | { readonly kind: 'answered'; readonly fileName: string; readonly answer: UploadAnswer } | { readonly kind: 'taken'; readonly fileName: string; readonly count: number };

/** Download, fill in, upload, look at what would change, take over. */
export function TargetUpload({ wizard }: { wizard: Wizard }) {
  const { plan, draft, change } = wizard;
  const [state, setState] = useState<State>({ kind: 'idle' });
  const input = useRef<HTMLInputElement>(null);
  const inputId = useId();
  const codes = plan.departments.map(({ department }) => department.code).join(',');

  const read = async (file: File): Promise<void> => {
    setState({ kind: 'reading', fileName: file.name });
    const answer = await uploadWorkbook(file, plan.projectForm.id);
    setState({ kind: 'answered', fileName: file.name, answer });
    // The same file may be chosen again after it has been mended.
    if (input.current) input.current.value = '';
  };
  const takeOver = (fileName: string, scopes: Extract<UploadAnswer, { ok: true }>['scopes']): void => {
    change({ imported: { ...draft.imported, ...Object.fromEntries(scopes.map(({ departmentId, bindings, projects }) => [departmentId, { bindings, projects }])) } });
    setState({ kind: 'taken', fileName, count: scopes.length });
  };

  return (
    <section className="issue-upload" aria-label="审批目标表">
      <div className="issue-upload-row">
        <p className="secondary-text">目标有调整的，下载审批目标表修改后导入；没有调整的直接沿用。</p>
        <a className="plain-button issue-button" href={`${TARGET_WORKBOOK_URL}?${new URLSearchParams({ departments: codes }).toString()}`} download>
          下载审批目标表
        </a>
        <label className="plain-button issue-button" htmlFor={inputId} data-busy={state.kind === 'reading' || undefined}>
          {state.kind === 'reading' ? '正在读取…' : '导入审批目标表'}
        </label>
        <input
          id={inputId}
          ref={input}
          type="file"
          className="visually-hidden"
          accept=".xlsx,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
          disabled={state.kind === 'reading'}
          onChange={(event) => {
            const file = event.target.files?.[0];
            if (file) void read(file);
          }}
        />
      </div>
      <div role="status">
        {state.kind === 'reading' ? <p>正在读取“{state.fileName}”…</p> : null}
        {state.kind === 'taken' ? (
          <p className="result-line">
            已采用“{state.fileName}”中 {state.count} 个部门的目标，下达前可随时撤销。
          </p>
        ) : null}
      </div>
      {state.kind === 'answered' && !state.answer.ok ? (
        <div className="error-summary" role="alert">
          <h2>“{state.fileName}”没有导入，原有目标未变。请更正后重新导入：</h2>
          <ul>
            {state.answer.errors.map((error) => (
              <li key={error}>{error}</li>
            ))}
          </ul>
          {state.answer.more > 0 ? <p>另有 {state.answer.more} 处未列出。</p> : null}
        </div>
      ) : null}
      {state.kind === 'answered' && state.answer.ok ? (
        <TargetChanges wizard={wizard} fileName={state.fileName} scopes={state.answer.scopes} onTake={takeOver} onDrop={() => setState({ kind: 'idle' })} />
      ) : null}
    </section>
  );
}
