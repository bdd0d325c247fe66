import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { createLiveScorer } from '~/app/domain/scoring/live-scorer';
import { smallBasis } from '~/app/domain/scoring/testing/score-one';
import { itemReceiptText, totalReceiptText } from './receipt-text';
import { ScoreReceipt } from './score-receipt';
import { TotalReceipt } from './total-receipt';

const ratio = { type: 'ratio' };
const basis = smallBasis({
  points: '60',
  totalWeight: '80',
  bindings: [
    { name: '商事主体数', unit: '万户', target: '14.6万户', rule: ratio },
    { name: '指导站数', unit: '个', target: '10个', rule: ratio },
    { name: '开工率', target: '/', rule: ratio },
  ],
  indicators: [
    { name: '内部管理', weight: '20', rule: { type: 'aggregate', of: 'children', method: 'mean' } },
    { name: '资料报送', weight: '20', partOf: 'GL-01', inputs: [{ key: 'late', label: '资料逾期', kind: 'yes_no' }], rule: { type: 'deduction_list', items: [{ input: 'late', pointsEach: '5', when: 'yes' }] } },
  ],
});
const system = { ...basis.system, overAchievement: { warnAt: '1.2', explainAt: '1.3', suggestAt: '1.5', deduct: { factor: '0.1', cap: '0.2' } }, executionCaps: [{ rateBelow: '90', totalAtMost: '60' }] };
const { items, total } = createLiveScorer({ ...basis, system }).score({
  'budget.executed': '80',
  'budget.annual_budget': '100',
  'indicators.LZ-01.actual': '12万户',
  'indicators.LZ-02.actual': '18个',
  'indicators.GL-02.inputs.late': '是',
});
const itemOf = (name: string) => items.find((item) => item.name === name)!;
const shown = (element: Parameters<typeof renderToStaticMarkup>[0]): string => renderToStaticMarkup(element).replace(/<[^>]*>/g, '|').replace(/\|+/g, '|');

describe('the receipt of a score', () => {
  it('is a table of steps with rule, source and both ways to more points', () => {
    const text = shown(<ScoreReceipt item={itemOf('商事主体数')} />);
    expect(text).toContain('|步骤|依据或算式|结果|');
    expect(text).toContain('|1|目标值|批复“14.6万户”|≥14.6万户|');
    expect(text).toContain('|3|判断|12 ＜ 14.6 → |未达到目标值，按完成比例计分|');
    expect(text).toContain('|4|计算|12 ÷ 14.6 × 20|16.43835616… 分|');
    expect(text).toContain('|再增 2.6 万户得满分|再增 0.73 万户多得 1 分|');
    expect(text).toContain('|依据：财预〔2020〕10号；批复的绩效目标|');
  });

  it('shows what came off for over-achievement apart', () => {
    expect(shown(<ScoreReceipt item={itemOf('指导站数')} />)).toContain('|19.40| / 20 分|已减去超额完成扣减 0.6 分|');
    expect(shown(<ScoreReceipt item={itemOf('商事主体数')} />)).not.toContain('超额完成扣减');
  });

  it('says of a leaf that does not apply that it does not, and shows answers of yes and no', () => {
    expect(shown(<ScoreReceipt item={itemOf('开工率')} />)).toContain('|不适用，不计分值|');
    expect(shown(<ScoreReceipt item={itemOf('资料报送')} />)).toContain('|1|资料逾期|填报“是”|是|');
  });

  it('is copied as lines', () => {
    expect(itemReceiptText(itemOf('商事主体数')).split('\n')).toEqual([
      '商事主体数：得 16.44 分（分值 20 分）',
      '评分规则：完成比例法：达到目标值得满分；未达到的，得分=完成值÷目标值×分值；超额完成不加分',
      '1. 目标值：批复“14.6万户” → ≥14.6万户',
      '2. 实际完成值：填报“12万户” → 12万户',
      '3. 判断：12 ＜ 14.6 → 未达到目标值，按完成比例计分',
      '4. 计算：12 ÷ 14.6 × 20 → 16.43835616… 分',
      '5. 得分：本项不取整，总分统一四舍五入保留 2 位小数；显示时按同一方式取 2 位小数 → 16.44 分',
      '再增 2.6 万户得满分',
      '再增 0.73 万户多得 1 分',
      '依据：财预〔2020〕10号；批复的绩效目标',
    ]);
  });
});

describe('the receipt of a total', () => {
  it('goes from the items to the score, naming what does not apply, the cap and what is no addend', () => {
    const text = shown(<TotalReceipt name="部门整体" total={total} items={items} />);
    expect(text).toContain('|60.00| / 80 分|');
    expect(text).toContain('|不适用项折算|');
    expect(text).toContain('|执行率封顶|预算执行率 80% 低于 90%，总分不超过 60 分|60 分|');
    expect(text).toMatch(/\|不适用 1 项：开工率（20 分）。\|/);
    expect(text).toContain('|各项得分（4 项，其中不适用 1 项）|');
    expect(text).toContain('|商事主体数|20|16.43835616…|');
    expect(text).toContain('另有 1 项不单独相加：资料报送（计入 GL-01 内部管理）');
    expect(text).toContain(total.roundingNote);
  });

  it('is copied as lines', () => {
    const lines = totalReceiptText('部门整体', total, items).split('\n');
    expect(lines[0]).toBe('部门整体：60.00 分（满分 80 分）');
    expect(lines).toEqual(expect.arrayContaining(['不适用：开工率（20 分）', '1. 商事主体数（20 分）：16.43835616…', '3. 开工率（20 分）：不适用']));
    expect(lines.join('\n')).not.toContain('资料报送');
  });
});
