import { inParentheses } from '~/app/components/score/in-parentheses';
import { Figure } from '~/app/components/ui/figure';
import type { FormModel } from '~/app/domain/form/form-model';
import type { IndicatorEntry } from '~/app/domain/form/indicator-entry';
import { COMPARATOR_SIGNS } from '~/app/domain/form/indicator-system-version';
import type { TableRow } from '~/app/domain/form/table-rows';
import type { ItemScore } from '~/app/domain/scoring/score-sheet';
import { losesPoints, selfScoreDiffers } from '~/app/domain/scoring/self-score';
import { CellInput } from '../cell-input';
import { useCell } from '../use-workspace';

export interface IndicatorRowProps {
  readonly row: TableRow;
  readonly number: number;
  readonly item: ItemScore;
  readonly model: FormModel;
  readonly isOpen: boolean;
  /** “计入 GL-02 …”; "" where the leaf stands for itself. */
  readonly partOf: string;
  readonly onOpen: () => void;
}

/** Columns of the keyboard grid: 完成值 and the inputs, 自评得分, explanations. */
const ACTUAL = 0;
const SELF = 1;
const REASON = 2;

export function IndicatorRow({ row, number, item, model, isOpen, partOf, onOpen }: IndicatorRowProps) {
  const { entry } = row;
  const isShort = losesPoints(item);
  return (
    <tr id={`indicator-${entry.code}`} className={isOpen ? 'row-selected' : undefined}>
      {row.primarySpan > 0 ? <th scope="rowgroup" rowSpan={row.primarySpan} className="cell-level">{entry.primary}</th> : null}
      {row.secondarySpan > 0 ? <th scope="rowgroup" rowSpan={row.secondarySpan} className="cell-level">{entry.secondary}</th> : null}
      <th scope="row" className="cell-name">
        <button type="button" className="row-opener" aria-expanded={isOpen} onClick={onOpen} title="查看定义、评分标准和得分推导">
          <span className="row-number">{number}</span>
          {entry.name}
        </button>
        {partOf === '' ? null : <span className="part-of">{partOf}</span>}
      </th>
      <td className="tight">{targetText(entry)}</td>
      <td>
        <ActualCells entry={entry} model={model} item={item} />
      </td>
      <td className="align-right">{inParentheses(partOf !== '', item.weight)}</td>
      <td className="align-right">
        {inParentheses(partOf !== '' && item.status === 'scored', <Score item={item} isShort={isShort} onOpen={onOpen} />)}
      </td>
      <td>
        {item.status === 'excluded' ? (
          <p className="figure-empty align-right">—</p>
        ) : (
          <CellInput address={entry.addresses.selfScore} column={SELF} placeholder={item.status === 'scored' ? item.score : ''} />
        )}
      </td>
      <td>
        <Reasons entry={entry} item={item} isShort={isShort} />
      </td>
    </tr>
  );
}

function Score({ item, isShort, onOpen }: { item: ItemScore; isShort: boolean; onOpen: () => void }) {
  if (item.status === 'missing') return <span className="secondary-text">待填</span>;
  const isExcluded = item.status === 'excluded';
  return (
    <button
      type="button"
      className={`score-opener${isShort ? ' score-short' : ''}`}
      onClick={onOpen}
      aria-label={isExcluded ? `${item.name}不适用，查看推导` : `${item.name}系统测算 ${item.score} 分，查看推导`}
    >
      {isExcluded ? '不适用' : <Figure value={item.score} origin="computed" />}
    </button>
  );
}

function targetText(entry: IndicatorEntry): string {
  if (entry.targetText === null) return '—';
  if (entry.target?.kind !== 'number' || entry.target.comparator !== null) return entry.targetText;
  return `${COMPARATOR_SIGNS[entry.comparator]}${entry.targetText}`;
}

/** 完成值: the actual, or the figures the rule asks for, one under the other with their labels. */
function ActualCells({ entry, model, item }: { entry: IndicatorEntry; model: FormModel; item: ItemScore }) {
  const judged = [entry.addresses.tier, entry.addresses.judgedPoints].filter((address) => model.byAddress.has(address));
  const { actual } = entry.addresses;
  const inputs = entry.inputs.map((input) => entry.addresses.input(input.key));
  if (entry.target?.kind === 'none' && item.status === 'excluded') return <span className="computed-text">不适用</span>;
  return (
    <div className="actual-cells">
      {model.byAddress.has(actual) ? <CellInput address={actual} column={ACTUAL} rows={2} /> : null}
      {[...judged, ...inputs].map((address) => (
        <LabelledCell key={address} address={address} />
      ))}
      {inputs.length === 0 && judged.length === 0 && !model.byAddress.has(actual) ? <span className="computed-text">{item.actual === '' ? origin(entry) : item.actual}</span> : null}
      {inputs.length > 0 && item.actual !== '' ? <span className="computed-text">{item.actual}</span> : null}
    </div>
  );
}

/** Where a figure comes from that nobody types here. */
function origin({ rule }: IndicatorEntry): string {
  if (rule.type !== 'aggregate') return '由收支情况计算';
  return rule.of === 'projects' ? '由各项目得分汇总' : '由计入本项的指标得分汇总';
}

function LabelledCell({ address }: { address: string }) {
  const { spec } = useCell(address);
  return (
    <div className={spec.kind === 'tier' ? 'labelled-cell labelled-cell-wide' : 'labelled-cell'}>
      <label htmlFor={address}>
        {spec.label}
        {spec.unit === '' ? '' : `（${spec.unit}）`}
      </label>
      <CellInput address={address} column={ACTUAL} />
    </div>
  );
}

/** 偏差原因 stands in every row, larger where it is called for; the reason of a differing 自评得分 appears when there is one. */
function Reasons({ entry, item, isShort }: { entry: IndicatorEntry; item: ItemScore; isShort: boolean }) {
  const isUnmet = isShort || item.met === false;
  const needsSelfReason = selfScoreDiffers(item) || item.selfScoreReason !== '';
  return (
    <div className="actual-cells">
      <CellInput
        address={entry.addresses.deviation}
        column={REASON}
        rows={isUnmet || item.deviationExplanation !== '' ? 2 : 1}
        placeholder={isUnmet ? '未得满分，请说明偏差原因和改进措施' : ''}
      />
      {needsSelfReason ? <CellInput address={entry.addresses.selfScoreReason} column={REASON} rows={2} placeholder="自评得分与系统测算不同，请说明理由" /> : null}
    </div>
  );
}
