import { useState } from 'react';
import { Figure } from '~/app/components/ui/figure';
import type { ItemScore } from '~/app/domain/scoring/score-sheet';
import { traceRows, traceSentence } from '~/app/domain/scoring/trace-text';

/** The receipt of one score: inputs as typed and as read, the rule in words, each step with its operands, the result and its source. */
export function ScoreReceipt({ item }: { item: ItemScore }) {
  return (
    <section className="receipt" aria-label={`${item.name}得分推导`}>
      <header className="receipt-head">
        <h3>得分推导</h3>
        <p className="receipt-score">
          <Figure value={item.status === 'excluded' ? null : item.score} origin="computed" />
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
      <footer className="receipt-foot">
        <span className="secondary-text">依据：{item.trace.source}</span>
        <CopyButton text={traceSentence(item)} />
      </footer>
    </section>
  );
}

function CopyButton({ text }: { text: string }) {
  const [state, setState] = useState<'ready' | 'copied' | 'failed'>('ready');
  const copy = (): void => {
    navigator.clipboard.writeText(text).then(
      () => setState('copied'),
      () => setState('failed'),
    );
  };
  const words = { ready: '复制推导文字', copied: '已复制', failed: '浏览器不允许复制，请手动选取' };
  return (
    <button type="button" className="link-button" onClick={copy}>
      {words[state]}
    </button>
  );
}
