import { expect, it } from 'vitest';
import { scoreBinding } from './testing/score-one';
import { traceRows, traceSentence } from './trace-text';

const item = scoreBinding({ name: '商事主体数', target: '14.6万户', rule: { type: 'ratio' } }, { actual: '14.55' });

it('numbers the steps', () => {
  expect(traceRows(item.trace).map((row) => [row.number, row.label, row.result])).toEqual([
    [1, '目标值', '≥14.6万户'],
    [2, '实际完成值', '14.55万户'],
    [3, '判断', '未达到目标值，按完成比例计分'],
    [4, '计算', '4.98287671… 分'],
    [5, '得分', '4.98 分'],
  ]);
});

it('reads as one paragraph with rule and source', () => {
  expect(traceSentence(item)).toBe(
    '“商事主体数”分值 5 分。完成比例法：达到目标值得满分；未达到的，得分=完成值÷目标值×分值；超额完成不加分。' +
      '目标值：批复“14.6万户” → ≥14.6万户；实际完成值：填报“14.55”（未写单位，按目标值单位“万户”读作 14.55万户） → 14.55万户；' +
      '判断：14.55 ＜ 14.6 → 未达到目标值，按完成比例计分；计算：14.55 ÷ 14.6 × 5 → 4.98287671… 分；' +
      '得分：本项不取整，总分统一四舍五入保留 2 位小数；显示时按同一方式取 2 位小数 → 4.98 分。依据：财预〔2020〕10号；批复的绩效目标。',
  );
});
