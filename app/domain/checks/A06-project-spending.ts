import type { CellAddress } from '../form/cell-address';
import { FUND_SOURCE_NAMES, fundSourceSchema, type FundSource } from '../shared/fund-source';
import { absolute, isNegative } from '../shared/fraction';
import { fraction } from '../shared/fraction-text';
import type { Check, CheckOutcome } from './check';
import { type CheckContext, type MoneyFigure, projectTables } from './check-context';
import { compareSum, moneyText } from './money-sums';

interface Spending {
  readonly subject: string;
  /** What the projects are compared with: 项目支出, or the spending of one fund. */
  readonly name: string;
  readonly address: CellAddress;
  readonly projects: readonly MoneyFigure[];
  /** Whether less than the whole is suspicious: 项目支出 and 政府性基金 are spent on projects only. */
  readonly projectsOnly: boolean;
}

/** The executed sums of the projects; null while one of them is missing or unreadable. */
function executedByFund(context: CheckContext, fund: FundSource | null): readonly MoneyFigure[] | null {
  const figures: MoneyFigure[] = [];
  for (const { project, execution } of projectTables(context)) {
    if (fund !== null && project?.fundSource !== fund) continue;
    const executed = execution === null ? 'empty' : context.money(execution.executed);
    if (typeof executed === 'string') return null;
    figures.push(executed);
  }
  return figures;
}

function compareSpending(context: CheckContext, spending: Spending): readonly CheckOutcome[] {
  const typed = context.money(spending.address);
  if (typed === 'unreadable') return [];
  const whole: MoneyFigure = typed === 'empty' ? { address: spending.address, label: spending.name, value: fraction('0'), decimal: '0' } : typed;
  const { sum, difference, equal } = compareSum(spending.projects, whole);
  const addresses = [whole.address, ...spending.projects.map((figure) => figure.address)];
  const figures = `${spending.projects.length} 个项目全年执行数合计 ${moneyText(sum)}，${spending.name} ${moneyText(whole.value)}`;
  if (equal) return [{ kind: 'confirmation', message: `${figures}，两者一致。`, addresses }];
  const apart = moneyText(absolute(difference));
  if (!isNegative(difference)) {
    return [{ kind: 'finding', level: 'E', subject: spending.subject, message: `${figures}，项目合计多出 ${apart}，请核对。`, addresses, answer: 'correct' }];
  }
  if (!spending.projectsOnly) return [];
  return [{ kind: 'finding', level: 'W', subject: spending.subject, message: `${figures}，有 ${apart}没有对应的项目自评，请说明。`, addresses, answer: 'explain' }];
}

/** Σ project executed, in all and by fund, never exceeds the department's spending; all projects in, nothing of 项目支出 may be left over unexplained. */
export const projectSpending: Check = {
  id: 'A06',
  title: '各项目执行数与部门项目支出、资金来源一致',
  levels: ['E', 'W'],
  answer: 'explain',
  explains: '各项目全年执行数合计（全部项目，以及分资金来源）不得超过部门的项目支出和该项资金的支出；项目支出、政府性基金支出中没有对应项目自评的部分，请书面说明。',
  source: '财预〔2020〕10号（项目支出全部开展单位自评）；部门决算报表勾稽关系',
  form: (context) => {
    if (context.source !== 'form' && projectTables(context).length === 0) return [];
    const all = executedByFund(context, null);
    if (all === null || typeof context.money('budget.nature.project_expenditure') === 'string') return [];
    const whole: Spending = { subject: '', name: '项目支出', address: 'budget.nature.project_expenditure' as CellAddress, projects: all, projectsOnly: true };
    const byFund = fundSourceSchema.options.flatMap((fund): Spending[] => {
      const projects = executedByFund(context, fund)!;
      const address = `budget.source.${fund}` as CellAddress;
      const projectsOnly = fund === 'government_fund_budget';
      if (projects.length === 0 && (!projectsOnly || context.money(address) === 'empty')) return [];
      return [{ subject: fund, name: `${FUND_SOURCE_NAMES[fund]}支出`, address, projects, projectsOnly }];
    });
    return [whole, ...byFund].flatMap((spending) => compareSpending(context, spending));
  },
};
