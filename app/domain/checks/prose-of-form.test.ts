import { expect, it } from 'vitest';
import { scoreSnapshot } from '../scoring/score-snapshot';
import { runChecks } from './run-checks';
import { cleanSnapshot } from './testing/snapshot';

/** What the checks of figures make of a form's own prose, from the typed text to the finding. */
const says = (conclusion: string) => {
  const snapshot = cleanSnapshot({ 'narrative.conclusion': conclusion });
  const { findings, confirmations } = runChecks(snapshot, scoreSnapshot(snapshot));
  const of = (id: string): boolean => ['A03', 'B03', 'B04', 'C04'].includes(id);
  return [...findings.filter(({ id }) => of(id)).map(({ level, key }) => `${level} ${key}`), ...confirmations.filter(({ id }) => of(id)).map(({ id }) => `confirmed ${id}`)];
};

it.each([
  ['全年预算数1,000.00万元，执行数990.00万元，完成预算的99.00%。', ['confirmed A03']],
  ['全年预算数1,000.00万元，执行数990.00万元，完成预算的99.50%。', ['E A03.stated.1']],
  ['部门整体支出绩效自评中，6个评价指标共得分59.9分，自评结果为“差”。', ['confirmed B03', 'confirmed B04']],
  ['部门整体支出绩效自评中，6个评价指标共得分95.9分，自评结果为“差”。', ['E B03.stated.1', 'E B04.stated.1']],
  ['商事主体数，指标值14.6万户，截至年底实有14.6万户。', ['confirmed C04']],
  ['商事主体数，指标值14.5万户，截至年底实有14.6万户。', ['E C04.LZ-02']],
])('%s', (conclusion, expected) => expect(says(conclusion)).toEqual(expected));

it('quotes the sentence where it stands in the cell, leading space and all', () => {
  const typed = '　　自评工作按期完成。完成预算的99.50%。';
  const snapshot = cleanSnapshot({ 'narrative.conclusion': typed });
  const [quote] = runChecks(snapshot, scoreSnapshot(snapshot)).findings.find(({ id }) => id === 'A03')!.quotes!;
  expect(typed.slice(quote!.start, quote!.end)).toBe(quote!.text);
});
