import { Figure } from '~/app/components/ui/figure';
import type { ItemScore } from '~/app/domain/scoring/score-sheet';
import { traceRows } from '~/app/domain/scoring/trace-text';
import { Receipt } from './receipt';
import { hintsOf, itemReceiptText, shownPoints } from './receipt-text';

/** The receipt of one score: inputs as typed and as read, the rule in words, each step with its operands, the result, its source and what would give more. */
export function ScoreReceipt({ item }: { item: ItemScore }) {
  const hints = hintsOf(item);
  return (
    <Receipt name={item.name} title="得分推导" score={<Shown item={item} />} rule={item.trace.rule} rows={traceRows(item.trace)} source={item.trace.source} text={itemReceiptText(item)}>
      {hints.length === 0 ? null : (
        <ul className="receipt-hints" aria-label="怎样多得分">
          {hints.map((hint) => (
            <li key={hint}>{hint}</li>
          ))}
        </ul>
      )}
      <SelfScore item={item} />
    </Receipt>
  );
}

function Shown({ item }: { item: ItemScore }) {
  if (item.status === 'missing') return <span className="secondary-text">未填全</span>;
  if (item.status === 'excluded') return <span className="secondary-text">不适用，不计分值</span>;
  return (
    <>
      <Figure value={item.score} origin="computed" />
      <span className="secondary-text"> / {item.weight} 分</span>
      {item.overTargetDeduction === null ? null : <p className="receipt-deduction">已减去超额完成扣减 {shownPoints(item.overTargetDeduction)} 分</p>}
    </>
  );
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
