import { expect, test } from 'vitest';
import { budgetSums } from './budget-sums';

const seed = {
  'budget.annual_budget': '23,758.69',
  'budget.executed': '23,740.11',
  'budget.source.general_public_budget': '23,057.69',
  'budget.source.government_fund_budget': '682.42',
  'budget.nature.basic_expenditure': '19,830.53',
  'budget.nature.project_expenditure': '3,909.58',
};

test('a real department: both sides equal the executed amount, 99.92 %', () => {
  expect(budgetSums(seed)).toEqual({
    bySource: { total: '23740.11', difference: '0' },
    byNature: { total: '23740.11', difference: '0' },
    executionRate: '99.92',
  });
});

test('half filled: unreadable and empty cells count as empty, nothing is divided by zero', () => {
  expect(budgetSums({ 'budget.source.other_funds': '12.5', 'budget.executed': '待定', 'budget.annual_budget': '0' })).toEqual({
    bySource: { total: '12.5', difference: null },
    byNature: { total: null, difference: null },
    executionRate: null,
  });
});
