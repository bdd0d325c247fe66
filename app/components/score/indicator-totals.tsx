import { Figure } from '~/app/components/ui/figure';
import { GradeTag } from '~/app/components/ui/grade-tag';
import type { ScoreTotal } from '~/app/domain/scoring/score-sheet';

export interface IndicatorTotalsProps {
  readonly total: ScoreTotal;
  readonly fullWeight: string;
  readonly isOpen: boolean;
  /** Opens the receipt of the total. */
  readonly onOpen: () => void;
}

/** The foot of the official table: totals side by side, and why shown items do not add up to the total. */
export function IndicatorTotals({ total, fullWeight, isOpen, onOpen }: IndicatorTotalsProps) {
  return (
    <tfoot>
      <tr>
        <td colSpan={5}>合计</td>
        <td className="align-right">{fullWeight}</td>
        <td className="align-right">
          <button type="button" className="score-opener" aria-expanded={isOpen} aria-label={`合计：系统测算 ${total.score} 分，查看总分推导`} onClick={onOpen}>
            <Figure value={total.score} origin="computed" />
          </button>
        </td>
        <td className="align-right">
          <Figure value={total.selfScore} />
        </td>
        <td>
          <GradeTag grade={total.grade} /> <span className="secondary-text">未取整 {total.unrounded}</span>
        </td>
      </tr>
      {total.roundingNote === null ? null : (
        <tr className="totals-note">
          <td colSpan={9}>{total.roundingNote}</td>
        </tr>
      )}
    </tfoot>
  );
}
