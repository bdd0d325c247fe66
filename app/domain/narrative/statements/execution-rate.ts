import type { StatementReader } from './statement-reader';
import { STATES_FACTS } from './statement-reader';

const WHOLE =
  /(?:^|[，。;:])(?:(?:20\d\d年度?|全年|本年度?|年度|我局|本部门|部门|单位|整体|总体|资金|预算){0,8})(?:完成(?:全年|年度|年初)?预算数?的?|(?:预算|支出)?(?:执行率|完成率|支出率|支付率))(?:为|达到?|是|:)?(\d{1,6}(?:\.\d{1,9})?)%/g;

/** "完成预算的 99.92%", "部门预算执行率为99.92%": the rate of the whole department, not of a project or a kind of expenditure. */
export const readExecutionRate: StatementReader = ({ text }, role, quote) => {
  if (!STATES_FACTS.has(role) || !text.includes('%')) return [];
  return [...text.matchAll(WHOLE)].slice(0, 1).map((match) => ({ kind: 'execution_rate', percent: match[1]!, quote: quote() }));
};
