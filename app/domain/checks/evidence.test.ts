import { describe, expect, it } from 'vitest';
import { cellAddress } from '../form/cell-address';
import type { EvidenceFile } from '../form/snapshot';
import { scoringRuleSchema } from '../scoring/scoring-rule';
import { checkContext } from './run-checks';
import { formContext, messagesOf, sayings } from './testing/context';
import { cleanSnapshot } from './testing/snapshot';

const file = (address: string, more: Partial<EvidenceFile> = {}): EvidenceFile => ({
  address: cellAddress(address),
  name: '抽检报告.pdf',
  documentDate: '2024-12-31',
  sha256: 'a'.repeat(64),
  ...more,
});

/** The clean form whose second slot demands evidence. */
function form(evidence: readonly EvidenceFile[], cells: Record<string, string> = {}) {
  const clean = cleanSnapshot(cells, { evidence: [...evidence] });
  const bindings = clean.bindings.map((binding, index) => (index === 1 ? { ...binding, rule: scoringRuleSchema.parse({ ...binding.rule, evidence: 'required' }) } : binding));
  return formContext({ ...clean, bindings });
}

describe('E01: evidence a rule demands', () => {
  it('is missing, and asks for a file that no explanation replaces', () => {
    const context = form([file('indicators.LZ-01.actual')], { 'answers.E01.LZ-02': '材料较多' });
    expect(sayings(context, 'E01')).toEqual(['E E01.LZ-02']);
    const result = checkContext(context);
    expect(result.findings.find(({ id }) => id === 'E01')).toMatchObject({ answer: 'attach', message: '第 2 项“商事主体数”得 10.00 分，评分规则要求佐证材料，尚未上传，请上传。' });
    expect(result.blocksSubmission).toBe(true);
  });
  it('is there, on any cell of the indicator', () => expect(sayings(form([file('indicators.LZ-02.deviation')]), 'E01')).toEqual([]));
  it('is not demanded for no points', () => expect(sayings(form([], { 'indicators.LZ-02.actual': '0' }), 'E01')).toEqual([]));
});

describe('E02: the day a document bears', () => {
  const says = (documentDate: string | null) => sayings(form([file('indicators.LZ-02.actual', { documentDate })]), 'E02');
  it.each([
    ['2024-01-01', []],
    ['2024-12-31', []],
    ['2023-12-31', ['W E02.aaaaaaaaaaaa-2023-12-31']],
    ['2025-01-01', ['W E02.aaaaaaaaaaaa-2025-01-01']],
    [null, []],
  ])('%s', (date, expected) => expect(says(date)).toEqual(expected));
  it('names file, indicator, day and year; an explanation answers it', () => {
    const evidence = [file('indicators.LZ-02.actual', { documentDate: '2025-03-01' })];
    const context = form(evidence, { 'answers.E02.aaaaaaaaaaaa-2025-03-01': '年度审计报告次年出具' });
    expect(messagesOf(context, 'E02')).toEqual(['佐证材料“抽检报告.pdf”（第 2 项“商事主体数”）的日期为 2025-03-01，不在 2024 年度内，请说明。']);
    expect(checkContext(context).findings.find(({ id }) => id === 'E02')?.answered).toBe('年度审计报告次年出具');
  });
});

describe('E03: the same file twice', () => {
  it('notes a file used for two things', () => {
    const context = form([file('indicators.LZ-02.actual'), file('budget.executed', { name: '报告（副本）.pdf' }), file('narrative.problems', { sha256: 'b'.repeat(64) })]);
    expect(sayings(context, 'E03')).toEqual(['I E03.aaaaaaaaaaaa']);
    expect(messagesOf(context, 'E03')).toEqual(['佐证材料“抽检报告.pdf”、“报告（副本）.pdf”内容完全相同，用了 2 次（第 2 项“商事主体数”、“全年执行数”），请核对是否各处都能由它证明。']);
  });
  it('says nothing of files that differ', () => {
    expect(sayings(form([file('indicators.LZ-02.actual'), file('indicators.LZ-01.actual', { sha256: 'b'.repeat(64) })]), 'E03')).toEqual([]);
  });
});
