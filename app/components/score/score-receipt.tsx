import { useState } from 'react';
import { Figure } from '~/app/components/ui/figure';
import type { ItemScore } from '~/app/domain/scoring/score-sheet';
import { traceRows, traceSentence } from '~/app/domain/scoring/trace-text';
import { printAlone } from './print-alone';

const PRINTED_ID = 'score-receipt';

/** The receipt of one score: inputs as typed and as read, the rule in words, each step with its operands, the result and its source. */
export function ScoreReceipt({ item }: { item: ItemScore }) {
  return (
    <section className="receipt" id={PRINTED_ID} aria-label={`${item.name}得分推导`}>
      <p className="receipt-print-name">{item.name}</p>
      <header className="receipt-head">
        <h3>得分推导</h3>
        <p className="receipt-score">
          <Shown item={item} />
          <span className="secondary-text"> / {item.weight} 分</span>
        </p>
      </header>
      <p className="secondary-text">{item.trace.rule}</p>
      <ol className="receipt-steps">
        {traceRows(item.trace).map((row) => (
          <li key={row.number}>
            <span className="receipt-label">{row.label}</span>
            <span className="receipt-expression">{row.expression}</span>
            <span className="receipt-result">{row.result}</span>
          </li>
        ))}
      </ol>
      {item.toFullMarks === null ? null : <p className="receipt-hint">{item.toFullMarks}</p>}
      <SelfScore item={item} />
      <footer className="receipt-foot">
        <span className="secondary-text">依据：{item.trace.source}</span>
        <span className="receipt-commands">
          <CopyButton text={traceSentence(item)} />
          <button type="button" className="link-button" onClick={() => printAlone(PRINTED_ID)}>
            打印
          </button>
        </span>
      </footer>
    </section>
  );
}

function Shown({ item }: { item: ItemScore }) {
  if (item.status === 'missing') return <span className="secondary-text">未填全</span>;
  if (item.status === 'excluded') return <span className="secondary-text">不适用</span>;
  return <Figure value={item.score} origin="computed" />;
}

/** 自评得分 stands beside the derivation, never inside it: the system's score does not depend on it. */
function SelfScore({ item }: { item: ItemScore }) {
  if (item.selfScore === null && item.selfScoreReason === '' && item.deviationExplanation === '') return null;
  return (
    <dl className="receipt-self">
      {item.selfScore === null ? null : (
        <div>
          <dt>自评得分</dt>
          <dd>
            <Figure value={item.selfScore} /> 分
          </dd>
        </div>
      )}
      {item.selfScoreReason === '' ? null : (
        <div>
          <dt>自评说明</dt>
          <dd>{item.selfScoreReason}</dd>
        </div>
      )}
      {item.deviationExplanation === '' ? null : (
        <div>
          <dt>偏差原因</dt>
          <dd>{item.deviationExplanation}</dd>
        </div>
      )}
    </dl>
  );
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
      {state === 'failed' ? <textarea className="receipt-copy" readOnly rows={4} value={text} aria-label="推导文字" onFocus={(event) => event.currentTarget.select()} /> : null}
    </>
  );
}
