import { IndicatorHead } from '~/app/components/score/indicator-head';
import { IndicatorTotals } from '~/app/components/score/indicator-totals';
import { inParentheses } from '~/app/components/score/in-parentheses';
import { TOTAL, TotalReceipt } from '~/app/components/score/total-receipt';
import { Drawer } from '~/app/components/ui/drawer';
import { Figure } from '~/app/components/ui/figure';
import type { ScoreTotal } from '~/app/domain/scoring/score-sheet';
import { losesPoints, selfScoreDiffers } from '~/app/domain/scoring/self-score';
import { ScoreDrawer } from './score-drawer';
import type { ScoreRow, TypedFigure } from './score-rows';

export interface ScoreTableProps {
  readonly caption: string;
  readonly rows: readonly ScoreRow[];
  readonly total: ScoreTotal | null;
  readonly fullWeight: string;
  /** Code of the row whose receipt is open, `TOTAL` for that of the total, '' for none. */
  readonly opened: string;
  /** '' closes. */
  readonly onOpen: (code: string) => void;
}

/** The official table as reported: merged first- and second-level cells, the two scores side by side; a score opens its receipt. */
export function ScoreTable({ caption, rows, total, fullWeight, opened, onOpen }: ScoreTableProps) {
  const shown = rows.find((row) => row.code === opened && row.item !== null);
  return (
    <>
      <div className="table-frame indicator-frame">
        <table className="data-table indicator-table score-table">
          <caption className="visually-hidden">{caption}</caption>
          <IndicatorHead isTyped={false} />
          <tbody>
            {rows.map((row, index) => (
              <Row key={row.code} row={row} number={index + 1} isOpen={row.code === opened} onOpen={onOpen} />
            ))}
          </tbody>
          {total === null ? null : <IndicatorTotals total={total} fullWeight={fullWeight} isOpen={opened === TOTAL} onOpen={() => onOpen(opened === TOTAL ? '' : TOTAL)} />}
        </table>
      </div>
      {shown ? <ScoreDrawer row={shown} onClose={() => onOpen('')} /> : null}
      {opened === TOTAL && total !== null ? (
        <Drawer title={caption} label={`${caption}：总分推导`} onClose={() => onOpen('')}>
          <TotalReceipt name={caption} total={total} items={rows.flatMap(({ item }) => item ?? [])} />
        </Drawer>
      ) : null}
    </>
  );
}

function Row({ row, number, isOpen, onOpen }: { row: ScoreRow; number: number; isOpen: boolean; onOpen: (code: string) => void }) {
  const { item } = row;
  return (
    <tr id={`row-${row.code}`} className={isOpen ? 'row-selected' : undefined}>
      {row.primarySpan > 0 ? <th scope="rowgroup" rowSpan={row.primarySpan} className="cell-level">{row.primary}</th> : null}
      {row.secondarySpan > 0 ? <th scope="rowgroup" rowSpan={row.secondarySpan} className="cell-level">{row.secondary}</th> : null}
      <th scope="row" className="cell-name">
        <span className="row-number">{number}</span>
        {row.name}
        {row.partOf === '' ? null : <span className="part-of">{row.partOf}</span>}
      </th>
      <td>{row.target === '' ? <span className="figure-empty">—</span> : row.target}</td>
      <td>
        <Actual row={row} />
      </td>
      <td className="align-right">{inParentheses(row.partOf !== '', row.weight)}</td>
      <td className="align-right">
        {item === null ? <span className="figure-empty">—</span> : inParentheses(row.partOf !== '' && item.status === 'scored', <ScoreButton row={row} onOpen={() => onOpen(isOpen ? '' : row.code)} isOpen={isOpen} />)}
      </td>
      <td className={item !== null && selfScoreDiffers(item) ? 'align-right self-differs' : 'align-right'}>
        {inParentheses(row.partOf !== '' && (item?.selfScore ?? null) !== null, <Figure value={item?.selfScore} />)}
      </td>
      <td className="cell-reasons">{item === null ? null : <Reasons row={row} />}</td>
    </tr>
  );
}

function ScoreButton({ row, isOpen, onOpen }: { row: ScoreRow; isOpen: boolean; onOpen: () => void }) {
  const item = row.item!;
  const word = item.status === 'missing' ? '未填全' : item.status === 'excluded' ? '不适用' : null;
  return (
    <button
      type="button"
      className={losesPoints(item) ? 'score-opener score-short' : 'score-opener'}
      aria-expanded={isOpen}
      aria-label={`${row.name}：${word ?? `系统测算 ${item.score} 分`}，查看得分推导`}
      onClick={onOpen}
    >
      {word ?? <Figure value={item.score} origin="computed" />}
    </button>
  );
}

/** Labels that say no more than the head of the column. */
const BARE: readonly string[] = ['实际完成值', '实际完成时间'];
/** Characters that fit beside their label. */
const SHORT = 9;

/** 完成值: what was typed, one under the other with their labels, and the rate computed from it. */
function Actual({ row }: { row: ScoreRow }) {
  const [single] = row.figures;
  const actual = row.item?.actual ?? '';
  const computed = row.figures.some(({ typed }) => typed.trim() === actual) ? '' : actual;
  if (row.item?.status === 'excluded' && row.figures.every(({ typed }) => typed === '')) return <span className="computed-text">不适用</span>;
  if (!single) return computed === '' ? <span className="figure-empty">—</span> : <span className="computed-text">{computed}</span>;
  if (row.figures.length === 1 && BARE.includes(single.label)) return <Typed figure={single} />;
  return (
    <>
      <dl className="typed-figures">
        {row.figures.map((figure) => (
          <div key={figure.label} className={figure.typed.length > SHORT ? 'typed-long' : undefined}>
            <dt>{figure.label}</dt>
            <dd>
              <Typed figure={figure} />
            </dd>
          </div>
        ))}
      </dl>
      {computed === '' ? null : <span className="computed-text">{computed}</span>}
    </>
  );
}

function Typed({ figure }: { figure: TypedFigure }) {
  if (figure.typed === '') return <span className="figure-empty">—</span>;
  const hasUnit = figure.unit === '' || figure.typed.trim().endsWith(figure.unit) || !/\d\s*$/.test(figure.typed);
  return (
    <>
      <span>{figure.typed}</span>
      {hasUnit ? null : <span className="figure-unit">{figure.unit}</span>}
      {figure.problem === null ? null : <span className="typed-problem">{figure.problem}</span>}
    </>
  );
}

function Reasons({ row }: { row: ScoreRow }) {
  const { deviationExplanation, selfScoreReason } = row.item!;
  return (
    <>
      {deviationExplanation === '' ? null : <p>{deviationExplanation}</p>}
      {selfScoreReason === '' ? null : (
        <p>
          <span className="secondary-text">自评说明：</span>
          {selfScoreReason}
        </p>
      )}
    </>
  );
}
