import { z } from 'zod';

/** 资金来源 of money a department spends. */
export const fundSourceSchema = z.enum(['general_public_budget', 'government_fund_budget', 'state_capital_budget', 'other_funds']);
export type FundSource = z.infer<typeof fundSourceSchema>;

/** Short forms for table cells. */
export const FUND_SOURCE_SHORT_NAMES: Readonly<Record<FundSource, string>> = {
  general_public_budget: '一般公共预算',
  government_fund_budget: '政府性基金',
  state_capital_budget: '国有资本经营',
  other_funds: '专户及其他',
};

export const FUND_SOURCE_NAMES: Readonly<Record<FundSource, string>> = {
  general_public_budget: '一般公共预算财政拨款',
  government_fund_budget: '政府性基金预算财政拨款',
  state_capital_budget: '国有资本经营预算财政拨款',
  other_funds: '财政专户及其他资金',
};
