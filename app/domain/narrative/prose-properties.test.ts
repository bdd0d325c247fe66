import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PROPERTY_RUNS } from '../testing/property-runs';
import { checkContext } from '../checks/run-checks';
import { findFigures } from './find-figures';
import { findMentions } from './find-mentions';
import { findStatements } from './find-statements';
import { paragraphsOf } from './paragraphs';
import { readReport } from './report/read-report';
import { contextOfReport } from './report/report-context';
import { quoteOf, stretchesOf } from './sentences';
import { indicators, passage } from './testing/passage';

const runs = (share: number): number => Math.max(50, Math.round(PROPERTY_RUNS * share));

/** The long run takes its time. */
const TIMEOUT = 600_000;

const PIECES =
  '一、|（一）|（二）|1.|2、|①|第一部分|附件|\n|\n\n|\r\n|　| |，|。|；|：|“|”|（|）|、|基本情况|部门整体收支情况|部门整体预算绩效目标|自评结论综述|绩效目标完成情况|主要工作成效|存在的主要问题|下一步改进措施|' +
  '2024年度|部门整体支出绩效自评报告|全年预算数|执行数|基本支出|项目支出|一般公共预算|年末结转和结余|企业年度报告率|企业年报率|知识产权质押融资额|质押融资金额|指标值|计划目标值为|达|超|约|实际完成|未发生|由于|未开展|' +
  '96.81%|８５％|17.3亿元|8.6 亿元|23,758.69 万元|0起|100分7个|90-95分5个|94.9分|“优”|一是|二是|个项目|知|自评|得分|目标|3·15|𠮷|\u0000|-|1,2,3|1e9|'.split('|');
const chinese = fc.array(fc.oneof(fc.constantFrom(...PIECES), fc.string({ maxLength: 3 })), { maxLength: 60 }).map((parts) => parts.join(''));
const NAMED = indicators('企业年度报告率 %', '知识产权质押融资额 亿元');

describe('any text', () => {
  it('is taken apart into quotes that stand where they say', () => {
    fc.assert(
      fc.property(chinese, fc.nat({ max: 1000 }), fc.constantFrom('achievements', 'conclusion', 'completion', 'budget', 'objectives' as const), (text, offset, role) => {
        const whole = passage(text, role, offset);
        const spans = [...paragraphsOf(whole).flatMap(stretchesOf).map((stretch) => quoteOf(whole, stretch)), ...findFigures(whole), ...findStatements(whole).map(({ quote }) => quote), ...findMentions(whole, NAMED).flatMap(({ quote, figure }) => [quote, figure])];
        for (const { text: quoted, start, end } of spans) expect(text.slice(start - offset, end - offset)).toBe(quoted);
      }),
      { numRuns: runs(0.4) },
    );
  }, TIMEOUT);

  it('keeps every character but spaces and what a page break repeats, in order', () => {
    fc.assert(
      fc.property(chinese, (text) => {
        const places = paragraphsOf(passage(text)).flatMap(({ at }) => at);
        expect(places.every((place, index) => index === 0 || place > places[index - 1]!)).toBe(true);
        const dropped = paragraphsOf(passage(text)).flatMap(({ cuts }) => cuts).reduce((count, { repeated }) => count + repeated.length, 0);
        const kept = [...Array(text.length).keys()].filter((place) => !/[\s\u0000-\u0020\u200b\u2060\ufeff\u0085]/.test(text[place]!)).length;
        expect(places.filter((place) => !/[\s\u0000-\u0020\u200b\u2060\ufeff\u0085]/.test(text[place]!)).length).toBe(kept - dropped);
      }),
      { numRuns: runs(0.4) },
    );
  }, TIMEOUT);

  it('is read as a report without an exception, every part where it says', () => {
    fc.assert(
      fc.property(chinese, (text) => {
        const report = readReport(text);
        for (const { text: quoted, start, end } of [...report.cells, ...report.unread]) expect(text.slice(start, end)).toBe(quoted);
        for (const { quote, figure } of report.mentions) {
          expect(text.slice(quote.start, quote.end)).toBe(quote.text);
          expect(text.slice(figure.start, figure.end)).toBe(figure.text);
        }
        for (const { text: section, offset } of report.passages) expect(text.slice(offset, offset + section.length)).toBe(section);
      }),
      { numRuns: runs(0.4) },
    );
  }, TIMEOUT);

  it('is checked without an exception, every sentence quoted where it stands', () => {
    fc.assert(
      fc.property(chinese, (text) => {
        const { findings, confirmations } = checkContext(contextOfReport(readReport(text)));
        for (const { quotes = [] } of [...findings, ...confirmations]) for (const { text: quoted, start, end } of quotes) expect(text.slice(start, end)).toBe(quoted);
      }),
      { numRuns: runs(0.1) },
    );
  }, TIMEOUT);

  it('of a section is read or unread, never dropped', () => {
    fc.assert(
      fc.property(chinese, (text) => {
        const report = readReport(text);
        const spans = [...report.cells, ...report.unread].filter(({ start, end }) => end > start);
        for (const section of report.passages) {
          for (const { at, end } of paragraphsOf(section)) {
            const start = section.offset + at[0]!;
            expect(spans.some((span) => span.start < section.offset + end && span.end > start) || /单位[:：]/.test(section.text)).toBe(true);
          }
        }
      }),
      { numRuns: runs(0.4) },
    );
  }, TIMEOUT);
});
