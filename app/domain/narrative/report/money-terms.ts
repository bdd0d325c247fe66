/** A money cell of 收支情况 and how reports name it. The first pattern that is found anywhere in the section counts. */
export interface MoneyTerm {
  readonly address: string;
  readonly what: string;
  readonly patterns: readonly RegExp[];
  /** Whether the term itself may stand under a budget or an income, so that the words before it decide. */
  readonly isSpent: boolean;
  /** Whether it is a figure of the year before. */
  readonly isPrior?: true;
  /** Whether a report has to state it. */
  readonly isExpected: boolean;
}

const LINK = '(?:\\(含[^()]{0,20}\\))?(?:数|金额|总额|合计|资金|共计?|总计)*(?:为|是|达到?|:|，)?';
/** Without a unit only what is printed like money: 23,758.69. */
const MONEY = '(\\d[\\d,]{0,30}(?:\\.\\d{1,9})?(?:万元|亿元|元|万|亿)|\\d[\\d,]{0,30}\\.\\d{1,9}(?![\\d%])|\\d{1,3}(?:,\\d{3}){1,8}(?![\\d.%个项]))';
const term = (names: string, before = ''): RegExp => new RegExp(`${before}(?:${names})${LINK}${MONEY}`, 'g');

const SPENT = '(?:支出|执行数|决算数?|执行)?';
const source = (names: string): readonly RegExp[] => [term(`(?:${names})(?:财政)?(?:拨款)?(?:资金|安排)?${SPENT}(?:数|金额|决算)?`)];

export const MONEY_TERMS: readonly MoneyTerm[] = [
  {
    address: 'budget.annual_budget',
    what: '全年预算数',
    patterns: [
      term('全年预算(?:安排)?|调整后(?:的)?(?:全年|年度)?预算|调整预算|年度预算|年度(?:部门)?总预算'),
      term('部门预算(?:安排)?|预算总额|总预算|预算安排(?:总额)?|支出预算|预算支出', '(?<!年初|初|收入|公共|基金|经营)'),
      term('预算数', '(?<!年初|初|收入|公共|基金|经营)'),
    ],
    isSpent: false,
    isExpected: true,
  },
  {
    address: 'budget.executed',
    what: '全年执行数',
    patterns: [
      term('全年(?:预算)?执行|预算执行|年度执行|全年支出|实际支出|实际执行|支出决算|决算支出', '(?<!项目|基本)'),
      term('本年支出|支出总额|总支出|支出合计|年度支出|执行数', '(?<!项目|基本|拨款|公共|基金|经营)'),
    ],
    isSpent: false,
    isExpected: true,
  },
  { address: 'budget.initial_budget', what: '年初预算数', patterns: [term('年初(?:部门)?(?:批复|下达|安排)?(?:的)?(?:部门)?(?:支出)?预算(?:批复|安排)?(?:支出)?|初始预算')], isSpent: false, isExpected: false },
  { address: 'budget.adjustments', what: '预算调整数', patterns: [term('(?:年中|预算)?(?:追加|调增)(?:部门)?(?:支出)?(?:预算)?')], isSpent: false, isExpected: false },
  { address: 'budget.source.general_public_budget', what: '一般公共预算财政拨款支出', patterns: source('一般公共预算'), isSpent: true, isExpected: true },
  { address: 'budget.source.government_fund_budget', what: '政府性基金预算财政拨款支出', patterns: source('政府性基金(?:预算)?'), isSpent: true, isExpected: false },
  { address: 'budget.source.state_capital_budget', what: '国有资本经营预算支出', patterns: source('国有资本经营(?:预算)?'), isSpent: true, isExpected: false },
  { address: 'budget.source.other_funds', what: '财政专户及其他资金支出', patterns: source('财政专户(?:管理)?(?:资金)?(?:及其他资金)?|其他资金|单位资金'), isSpent: true, isExpected: false },
  { address: 'budget.nature.basic_expenditure', what: '基本支出', patterns: [term(`基本支出(?:执行|决算)?`)], isSpent: true, isExpected: true },
  { address: 'budget.nature.project_expenditure', what: '项目支出', patterns: [term(`项目支出(?:执行|决算)?`)], isSpent: true, isExpected: true },
  { address: 'budget.year_end_carryover', what: '年末结转和结余', patterns: [term('年末(?:财政拨款)?(?:结转和结余|结余和结转|结转结余|结余结转|结转|结余)')], isSpent: false, isExpected: true },
  { address: 'budget.prior_year_carryover', what: '上年结转资金', patterns: [term('(?:上年|年初|以前年度)(?:财政拨款)?(?:结转和结余|结转结余|结余结转|结转|结余)')], isSpent: false, isPrior: true, isExpected: false },
];
