import { Figure } from '~/app/components/ui/figure';
import { GradeTag } from '~/app/components/ui/grade-tag';
import { partOfText } from '~/app/domain/form/part-of';
import type { ItemScore, ScoreTotal } from '~/app/domain/scoring/score-sheet';
import { totalRows } from '~/app/domain/scoring/total-trace';
import { Receipt } from './receipt';
import { addedItems, exactPoints, excludedItems, totalReceiptText } from './receipt-text';

/** What stands for the total where the code of a row says whose receipt is open. */
export const TOTAL = 'total';

export interface TotalReceiptProps {
  /** Whose total: 部门整体支出绩效自评, or a project. */
  readonly name: string;
  readonly total: ScoreTotal;
  /** Every leaf of the table. */
  readonly items: readonly ItemScore[];
}

/** The receipt of a total: from the points of the items to the score that grades and ranks, in the order of operations. */
export function TotalReceipt({ name, total, items }: TotalReceiptProps) {
  const excluded = excludedItems(items);
  const parts = items.filter(({ partOf }) => partOf !== null);
  return (
    <Receipt
      name={name}
      title="总分推导"
      score={
        <>
          <Figure value={total.score} origin="computed" />
          <span className="secondary-text"> / {total.fullScore} 分</span> <GradeTag grade={total.grade} />
        </>
      }
      rule="各项得分相加；有不适用的，按适用分值折算到满分；封顶后取整一次，等级和排名按取整后的总分。"
      rows={totalRows(total.steps)}
      source=""
      text={totalReceiptText(name, total, items)}
    >
      {excluded.length === 0 ? null : <p className="receipt-note">不适用 {excluded.length} 项：{excluded.map((item) => `${item.name}（${item.weight} 分）`).join('、')}。</p>}
      {total.roundingNote === null ? null : <p className="receipt-note">{total.roundingNote}</p>}
      <ItemPoints items={items} />
      {parts.length === 0 ? null : <p className="receipt-note">另有 {parts.length} 项不单独相加：{parts.map((item) => `${item.name}（${partOfText(item, items)}）`).join('、')}。</p>}
    </Receipt>
  );
}

/** What is added, to be checked by hand. */
function ItemPoints({ items }: { items: readonly ItemScore[] }) {
  const added = addedItems(items);
  const excluded = excludedItems(items).length;
  return (
    <details className="receipt-items">
      <summary>各项得分（{added.length} 项{excluded === 0 ? '' : `，其中不适用 ${excluded} 项`}）</summary>
      <table>
        <thead>
          <tr>
            <th scope="col">指标</th>
            <th scope="col" className="align-right">分值</th>
            <th scope="col" className="align-right">计入总分</th>
          </tr>
        </thead>
        <tbody>
          {added.map((item) => (
            <tr key={item.code}>
              <th scope="row">{item.name}</th>
              <td className="align-right">{item.weight}</td>
              <td className="align-right">{item.status === 'excluded' ? '不适用' : exactPoints(item)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}
