import type { FundSource } from '../../shared/fund-source';
import type { Statement } from '../prose';
import type { StatementReader } from './statement-reader';

const FUNDS: readonly (readonly [RegExp, FundSource])[] = [
  [/^一般公共预算/, 'general_public_budget'],
  [/^政府性基金/, 'government_fund_budget'],
  [/^国有资本经营/, 'state_capital_budget'],
  [/^(?:财政专户|专户|其他资金|单位资金)/, 'other_funds'],
];
const BY_FUND =
  /(\d{1,6})个((?:一般公共预算|政府性基金|国有资本经营|财政专户|专户|其他资金|单位资金)(?:预算)?(?:管理)?(?:财政)?(?:拨款|资金)?)(?:安排的?)?(?:支出)?项目/g;
/** "一般公共预算项目17个" */
const FUND_FIRST =
  /((?:一般公共预算|政府性基金|国有资本经营|财政专户|其他资金|单位资金)(?:预算)?(?:管理)?(?:财政)?(?:拨款|资金)?)(?:安排的?)?(?:支出)?项目(?:支出)?(?:共|为|有)?(\d{1,6})个/g;
const ALL_FORMS: readonly RegExp[] = [
  /(?:(?<!其)共计?|合计|总计|全部|所有|对|组织|纳入)(?:本?部门|我局|本?单位)?(?:20\d\d年度?)?(?:的)?(\d{1,6})个(?:预算|支出|财政)?项目/g,
  /(?:项目支出|自评项目|评价项目|项目)(?:共计?|总数为?|合计|总计)(\d{1,6})个/g,
];

function fundOf(words: string): FundSource | null {
  return FUNDS.find(([pattern]) => pattern.test(words))?.[1] ?? null;
}

/** How many projects were self-evaluated, in all (`fund` null) or of one fund; only where the sentence speaks of 自评 and not of a part of them. */
export const readProjectCounts: StatementReader = ({ text }, role, quote) => {
  if (role !== 'conclusion' || !/自评|评价/.test(text) || !text.includes('项目')) return [];
  const found: Statement[] = [];
  const add = (fund: FundSource | null, count: string): void => {
    const isRepeated = found.some((one) => one.kind === 'project_count' && one.fund === fund && one.count === count);
    if (!isRepeated) found.push({ kind: 'project_count', fund, count, quote: quote() });
  };
  for (const match of text.matchAll(BY_FUND)) add(fundOf(match[2]!), match[1]!);
  for (const match of text.matchAll(FUND_FIRST)) add(fundOf(match[1]!), match[2]!);
  for (const pattern of ALL_FORMS) {
    for (const match of text.matchAll(pattern)) {
      if (!isPart(text, match.index)) add(null, match[1]!);
    }
  }
  return found;
};

/** "其中", "另有": the projects counted are some of them. */
function isPart(text: string, index: number): boolean {
  return /(?:其中|另有?|抽查|抽取|选取|部分|重点评价)[^，。;:]*$/.test(text.slice(Math.max(0, index - 20), index + 1));
}
