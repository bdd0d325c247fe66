import type { Statement } from '../narrative/prose';
import type { Check } from './check';
import { quotedAddresses } from './quoted-address';

type StatedYear = Extract<Statement, { kind: 'fiscal_year' }>;

/** A notice bears the evaluated year or the year it is sent in, which is the next one. */
function isOther({ year, isCited }: StatedYear, fiscalYear: number): boolean {
  return year !== String(fiscalYear) && !(isCited && year === String(fiscalYear + 1));
}

/** A sentence takes another year for the evaluated one: text of last year's report. Years spoken of as earlier ones are no statement. */
export const otherYear: Check = {
  id: 'D04',
  title: '正文所写年度是本次自评的年度',
  levels: ['W'],
  answer: 'explain',
  explains: '正文以某一年度为自评年度、预算年度或统计截止时间的（如“2023年度绩效自评”），应为本次自评的年度；作为历史情况提到往年的不在此列。',
  source: '自评报告复核的通行做法（沿用上年文字）',
  form: (context) => {
    const { fiscalYear } = context;
    if (fiscalYear === null) return [];
    const others = context.prose.statements.filter((statement) => statement.kind === 'fiscal_year').filter((statement) => isOther(statement, fiscalYear));
    const years = [...new Set(others.map(({ year }) => year))].sort();
    return years.map((year) => {
      const quotes = others.filter((statement) => statement.year === year).map(({ quote }) => quote);
      const titles = [...new Set(quotes.map(({ title }) => `“${title}”`))].join('、');
      const message = `${titles}中写的是 ${year} 年度，本次自评的是 ${fiscalYear} 年度，请核对是否沿用了往年文字。`;
      return { kind: 'finding', level: 'W', subject: year, message, addresses: quotedAddresses(context, quotes), quotes, answer: 'explain' } as const;
    });
  },
};
