import type { DecimalText } from '../shared/decimal-text';
import { HUNDRED, mul } from '../shared/fraction';
import { roundFraction } from '../shared/fraction-text';
import type { Quote } from '../narrative/prose';
import type { Check, CheckOutcome } from './check';
import { wholeTable } from './check-context';
import { type ExecutionLine, executionLine } from './execution-lines';
import { moneyText } from './money-sums';
import { comparePrinted, digitsOf } from './printed-digits';
import { quotedAddresses } from './quoted-address';

interface Printed {
  readonly subject: string;
  readonly place: string;
  readonly text: string;
  readonly percent: DecimalText;
  readonly digits: number;
}

function compareRate({ subject, place, text, percent, digits }: Printed, { budget, executed, rate }: ExecutionLine): CheckOutcome {
  const addresses = [executed.address, budget.address];
  const figures = `全年执行数 ${moneyText(executed.value)}，全年预算数 ${moneyText(budget.value)}`;
  const error = { kind: 'finding', level: 'E', subject, addresses, answer: 'correct' } as const;
  if (rate === null) return { ...error, message: `${place}预算执行率印为 ${text}，但全年预算数为 0，执行率没有意义，请核对预算数或去掉执行率。` };
  const exact = mul(rate, HUNDRED);
  const computed = `${roundFraction(exact, { digits, mode: 'half_up' })}%`;
  const printedAs = comparePrinted(percent, exact, digits);
  if (printedAs === 'rounded') return { kind: 'confirmation', message: `${place}预算执行率 ${text}：${figures}，计算为 ${computed}，两者一致。`, addresses };
  if (printedAs === 'truncated') {
    const message = `${place}预算执行率印为 ${text}，${figures}，四舍五入应为 ${computed}，印出的是舍去尾数的结果。`;
    return { kind: 'finding', level: 'I', subject, message, addresses, answer: null };
  }
  return { ...error, message: `${place}预算执行率印为 ${text}，${figures}，计算为 ${computed}，请核对。` };
}

function withQuote(outcome: CheckOutcome, quote: Quote, cells: CheckOutcome['addresses']): CheckOutcome {
  return { ...outcome, addresses: [...cells, ...outcome.addresses], quotes: [quote] };
}

/** A printed 完成率 = executed ÷ annual budget, compared at the digits printed: in the funds table of a published form, and in prose. */
export const printedRate: Check = {
  id: 'A03',
  title: '填写的预算执行率等于执行数与预算数之比',
  levels: ['E', 'I'],
  answer: 'correct',
  explains: '正文或资金表中写出的预算执行率（完成率），按写出的小数位数与全年执行数÷全年预算数比较，不一致的更正；只舍去尾数、没有四舍五入的仅作提示；全年预算数为 0 的不应有执行率。',
  source: '财预〔2020〕10号 附件《项目支出绩效自评表》（执行率=B/A）',
  form: (context) => {
    const whole = wholeTable(context);
    const line = whole === null ? null : executionLine(context, whole);
    if (line === null) return [];
    const stated = context.prose.statements.filter((statement) => statement.kind === 'execution_rate');
    return stated.map(({ percent, quote }, index) => {
      const printed = { subject: `stated.${index + 1}`, place: `“${quote.title}”中`, text: `${percent}%`, percent, digits: digitsOf(percent) };
      return withQuote(compareRate(printed, line), quote, quotedAddresses(context, [quote]));
    });
  },
  table: (context, table) => {
    const printed = table.execution?.printedRate ?? null;
    const line = printed === null ? null : executionLine(context, table);
    return printed === null || line === null ? [] : [compareRate({ subject: table.subject, place: table.place, ...printed }, line)];
  },
};
