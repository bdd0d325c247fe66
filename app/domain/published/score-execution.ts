import type { CellAddress } from '../form/cell-address';
import { LeafAddresses } from '../form/leaf-addresses';
import type { IndicatorEntry } from '../form/indicator-entry';
import type { ExecutionCells, PrintedRate } from '../checks/check-context';
import type { ReadCell } from '../scoring/read-cell';
import { prepareItem, type ScoredItem, scoreItem } from '../scoring/score-item';
import type { ScoringRule } from '../scoring/scoring-rule';
import type { DecimalText } from '../shared/decimal-text';
import { div, type Exact, HUNDRED, isZero, mul, ONE } from '../shared/fraction';
import { fraction, roundFraction } from '../shared/fraction-text';
import { valueOf } from '../scoring/read-cell';
import { type ExplainedBy, explainedBy } from './explained-by';
import { fundingBasis, type FundingBasis } from './funding-basis';
import type { TableLayout } from './lay-out-table';
import { readRate } from './printed-rate';
import { cell, scoreCell } from './row-cells';
import { readerOf } from './score-row';
import { PUBLISHED_ROUNDING, PUBLISHED_SOURCE } from './standard-form';

const LINE = new LeafAddresses('funding');
const RATE_CELL = 'funding.execution_rate' as CellAddress;

/** The budget-execution line of a published table with its score. */
export interface ScoredExecution {
  readonly basis: FundingBasis;
  readonly entry: IndicatorEntry;
  readonly scored: ScoredItem;
  readonly cells: readonly ReadCell[];
  /** Percent, two decimals half-up; null where there is none. */
  readonly rate: DecimalText | null;
  readonly printedRate: PrintedRate | null;
  readonly computed: Exact | null;
  readonly explainedBy: ExplainedBy | null;
  readonly assumptions: readonly string[];
}

/**
 * 预算执行率 = 全年执行数 ÷ 全年预算数 × 分值, at most the weight (财预〔2020〕10号). Without legible amounts the printed rate is taken, and said; a budget of 0
 * gives no rate and no score.
 */
export function scoreExecution(layout: TableLayout): ScoredExecution {
  const { table, execution } = layout;
  const basis = fundingBasis(table);
  const amounts = readerOf(basis.cells);
  const amount = (address: string): Exact | null => {
    const value = valueOf(amounts.read(address), 'number');
    return value === null ? null : fraction(value.decimal);
  };
  const budget = amount(basis.budget);
  const executed = amount(basis.executed);
  const divided = basis.isReadable && budget !== null && executed !== null && !isZero(budget) ? div(executed, budget) : null;
  const printed = readRate(table.funding?.execution_rate ?? null, divided);
  const isPrinted = !basis.isReadable && printed !== null;
  const rate = isPrinted ? div(fraction(printed.rate.percent), HUNDRED) : divided;
  const score = execution.published === null || execution.weight === null ? [] : [scoreCell(LINE, execution.published.decimal)];
  const cells = [...basis.cells, ...score, ...(isPrinted ? [rateCell(printed.rate)] : [])];
  const entry = executionEntry(execution.weight ?? ONE, isPrinted ? { kind: 'value', operand: { cell: RATE_CELL } } : quotient(basis));
  const scored = scoreItem(prepareItem(entry, PUBLISHED_ROUNDING), readerOf(cells));
  const computed = execution.weight !== null && rate !== null && scored.item.status === 'scored' ? scored.counted : null;
  return {
    basis,
    entry,
    scored,
    cells,
    rate: rate === null ? null : roundFraction(mul(rate, HUNDRED), { digits: 2, mode: 'half_up' }),
    printedRate: printed?.rate ?? null,
    computed,
    explainedBy: explainedBy({ computed, published: execution.published?.value ?? null, weight: execution.weight }),
    assumptions: [
      ...execution.notes,
      ...basis.assumptions,
      ...(isPrinted ? [`预算数和执行数看不清，按印出的执行率 ${printed.rate.text} 计算`] : []),
      ...(printed?.note ? [printed.note] : []),
      ...(basis.isReadable && rate === null ? ['预算数为 0，执行率没有意义，本行不计算得分'] : []),
    ],
  };
}

/** The execution line as checks see it. As one of the indicators it has no score of its own here. */
export function executionCells({ basis, scored, printedRate }: ScoredExecution, { execution, isExecutionAnIndicator }: TableLayout): ExecutionCells {
  const score = execution.weight === null || isExecutionAnIndicator ? null : scored.item;
  return { budget: basis.budget, executed: basis.executed, deviation: null, score, printedRate };
}

function quotient({ executed, budget }: FundingBasis): Extract<ScoringRule, { type: 'ratio' }>['measure'] {
  return { kind: 'quotient', numerator: { cell: executed }, denominator: { cell: budget } };
}

function rateCell({ percent, text }: PrintedRate): ReadCell {
  return cell(RATE_CELL, { label: '印出的执行率', kind: 'percent', unit: '%' }, text, { status: 'ok', value: { kind: 'number', decimal: percent, unit: '%' }, assumptions: [] });
}

function executionEntry(weight: Exact, measure: Extract<ScoringRule, { type: 'ratio' }>['measure']): IndicatorEntry {
  return {
    origin: 'project_execution',
    code: LINE.prefix,
    addresses: LINE,
    project: null,
    primary: '预算执行率',
    secondary: '预算执行率',
    name: '预算执行率',
    definition: '全年执行数÷全年预算数×100%',
    criteria: '得分=预算执行率×分值，最高得满分',
    weight,
    kind: 'quantitative',
    comparator: 'gte',
    targetText: null,
    target: null,
    unit: '%',
    inputs: [],
    rule: { type: 'ratio', measure, onMissing: 'block_submit', onZeroDenominator: 'exclude' },
    fiscalYear: null,
    partOf: null,
    overAchievement: null,
    source: PUBLISHED_SOURCE,
  };
}
