import { type ReactNode, useId, useState } from 'react';
import type { TraceRow } from '~/app/domain/scoring/trace-row';
import { printAlone } from './print-alone';

export interface ReceiptProps {
  /** What is derived: printed on paper, where the page around it is left out. */
  readonly name: string;
  readonly title: string;
  readonly score: ReactNode;
  /** The rule in words. */
  readonly rule: string;
  readonly rows: readonly TraceRow[];
  /** Stands between the steps and the foot. */
  readonly children?: ReactNode;
  /** The document the rule stands on; "" where there is none. */
  readonly source: string;
  /** The whole receipt as text. */
  readonly text: string;
}

/** How a score came about, as a table a clerk can check by hand; can be copied as text and printed by itself. */
export function Receipt({ name, title, score, rule, rows, children, source, text }: ReceiptProps) {
  const id = useId();
  return (
    <section className="receipt" id={id} aria-label={`${name}${title}`}>
      <p className="receipt-print-name">{name}</p>
      <header className="receipt-head">
        <h3>{title}</h3>
        <div className="receipt-score">{score}</div>
      </header>
      <p className="receipt-rule">{rule}</p>
      <table className="receipt-steps">
        <caption className="visually-hidden">
          {name}
          {title}
        </caption>
        <thead>
          <tr>
            <th scope="col">步骤</th>
            <th scope="col">依据或算式</th>
            <th scope="col" className="align-right">结果</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.number}>
              <th scope="row">
                <span className="receipt-number">{row.number}</span>
                {row.label}
              </th>
              {isSentence(row.result) ? (
                <td colSpan={2}>
                  {row.expression} → <strong className="receipt-words">{row.result}</strong>
                </td>
              ) : (
                <>
                  <td>{row.expression}</td>
                  <td className="receipt-result">{row.result}</td>
                </>
              )}
            </tr>
          ))}
        </tbody>
      </table>
      {children}
      <footer className="receipt-foot">
        <span className="secondary-text">{source === '' ? '' : `依据：${source}`}</span>
        <span className="receipt-commands">
          <CopyButton text={text} />
          <button type="button" className="link-button" onClick={() => printAlone(id)}>
            打印
          </button>
        </span>
      </footer>
    </section>
  );
}

/** A branch in words (“未达到目标值，按完成比例计分”) takes the room of its row; a figure stands in the column of results. */
function isSentence(result: string): boolean {
  return result.length > 18 || (result.length > 6 && !/\d/.test(result));
}

function CopyButton({ text }: { text: string }) {
  const [state, setState] = useState<'ready' | 'copied' | 'failed'>('ready');
  const copy = (): void => {
    // Only pages of a secure origin have the clipboard.
    const written = navigator.clipboard ? navigator.clipboard.writeText(text) : Promise.reject(new Error('no clipboard'));
    written.then(
      () => setState('copied'),
      () => setState('failed'),
    );
  };
  const words = { ready: '复制推导文字', copied: '已复制', failed: '浏览器不允许复制，请选取下方文字' };
  return (
    <>
      <button type="button" className="link-button" onClick={copy}>
        {words[state]}
      </button>
      {state === 'failed' ? <textarea className="receipt-copy" readOnly rows={6} value={text} aria-label="推导文字" onFocus={(event) => event.currentTarget.select()} /> : null}
    </>
  );
}
