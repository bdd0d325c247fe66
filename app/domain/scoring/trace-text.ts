import { addUnit, numberText, longRateText } from './number-text';
import type { Exact } from '../shared/fraction';
import { fraction } from '../shared/fraction-text';
import { BRANCHES } from './branches';
import { printCondition, printExpression, type ShowName } from './expression/print';
import { roundingWords } from './rounding-words';
import type { ItemScore } from './score-sheet';
import type { Trace, TraceStep } from './trace';
import type { TraceRow } from './trace-row';

/** The derivation as rows of a small table, numbered from 1. */
export function traceRows(trace: Trace): TraceRow[] {
  const values = new Map<string, Exact>([['weight', fraction(trace.weight)]]);
  const show: ShowName = (name) => {
    const value = values.get(name);
    if (value === undefined) return { text: name, isNegative: false };
    const text = numberText(value);
    return { text, isNegative: text.startsWith('-') };
  };
  const rows: TraceRow[] = [];
  let decided: TraceStep | null = null;
  for (const step of trace.steps) {
    const row = rowOf(step, show);
    // A branch that settles the score at once is one row: “96.81 ≥ 85，达到目标值，得满分 → 5 分”.
    if (step.step === 'settle' && decided?.step === 'decide' && decided.branch === step.branch) {
      const last = rows.pop()!;
      rows.push({ ...last, expression: `${last.expression}，${last.result}`, result: row.result });
    } else rows.push({ number: rows.length + 1, ...row });
    if ('name' in step) values.set(step.name, fraction(step.value));
    else if (step.step === 'settle' && step.value !== null) values.set('score', fraction(step.value));
    decided = step;
  }
  return rows;
}

function rowOf(step: TraceStep, show: ShowName): Omit<TraceRow, 'number'> {
  switch (step.step) {
    case 'read':
      return { label: step.label, expression: typedText(step) + conversionText(step), result: step.sign + addUnit(numberText(fraction(step.value)), step.unit) };
    case 'read_date':
      return { label: step.label, expression: typedText(step), result: step.date };
    case 'words':
      return { label: step.label, expression: typedText({ ...step, from: 'form' }), result: step.meaning };
    case 'lack':
      return { label: step.label, expression: step.reason, result: '—' };
    case 'take':
      return { label: step.label, expression: '取自该项', result: addUnit(numberText(fraction(step.value)), step.unit) };
    case 'late': {
      const unit = step.per === 'day' ? '天' : '个月';
      return { label: '逾期时间', expression: `${step.due} 至 ${step.done}${step.value === '0' ? '' : `，不足 1 ${unit}按 1 ${unit}计`}`, result: `${step.value} ${unit}` };
    }
    case 'decide':
      return { label: '判断', expression: printCondition(step.condition, show, step.holds), result: BRANCHES[step.branch] };
    case 'calculate': {
      const value = fraction(step.value);
      const result = step.unit === '%' ? longRateText(value) : addUnit(numberText(value), step.unit);
      return { label: step.label, expression: printExpression(step.expression, show), result };
    }
    case 'settle':
      return { label: '计分', expression: BRANCHES[step.branch], result: step.value === null ? '不适用' : addUnit(numberText(fraction(step.value)), '分') };
    case 'round': {
      const words = roundingWords(step);
      const expression = step.scope === 'item' ? words : `本项不取整，总分统一${words}；显示时按同一方式取 ${step.digits} 位小数`;
      return { label: '得分', expression, result: `${step.value} 分` };
    }
  }
}

/** “14.55”, and what was assumed when it was read. */
function typedText(step: { readonly from: 'approved' | 'form'; readonly typed: string; readonly assumptions: readonly string[] }): string {
  const assumed = step.assumptions.length > 0 ? `（${step.assumptions.join('；')}）` : '';
  return `${step.from === 'approved' ? '批复' : '填报'}“${step.typed}”${assumed}`;
}

function conversionText(step: Extract<TraceStep, { step: 'read' }>): string {
  if (step.conversion === null) return '';
  const { figure, from, factor } = step.conversion;
  return `，${addUnit(numberText(fraction(figure)), from)} × ${factorText(factor)} = ${addUnit(numberText(fraction(step.value)), step.unit)}`;
}

/** "1/10000" reads as a division, "10000/1" as the number. */
function factorText(factor: string): string {
  const [top, bottom] = factor.split('/');
  return bottom === undefined || bottom === '1' ? numberText(fraction(top!)) : `${top}/${bottom}`;
}

/** The derivation of one score as Chinese sentences, for copying and for print. */
export function traceSentence(item: Pick<ItemScore, 'name' | 'weight' | 'trace'>): string {
  const steps = traceRows(item.trace).map((row) => `${row.label}：${row.expression} → ${row.result}`);
  return `“${item.name}”分值 ${item.weight} 分。${item.trace.rule}。${steps.join('；')}。依据：${item.trace.source}。`;
}
