import type { ItemScore } from './score-sheet';
import type { Trace } from './trace';

export interface TraceRow {
  readonly number: number;
  readonly label: string;
  readonly expression: string;
  readonly result: string;
}

/** The derivation as rows of a small table, numbered from 1. */
export function traceRows(trace: Trace): TraceRow[] {
  return trace.steps.map((step, index) => ({ number: index + 1, label: step.label, expression: step.expression, result: step.result }));
}

/** The derivation of one score as Chinese sentences, for copying and for print. */
export function traceSentence(item: Pick<ItemScore, 'name' | 'weight' | 'trace'>): string {
  const steps = item.trace.steps.map((step) => `${step.label}：${step.expression} → ${step.result}`);
  return `“${item.name}”分值 ${item.weight} 分。${item.trace.rule}。${steps.join('；')}。依据：${item.trace.source}。`;
}
