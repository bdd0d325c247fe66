import type { CellAddress } from '../form/cell-address';
import type { Check, CheckOutcome } from './check';
import { groupEvidence, supportedPlaces } from './evidence-files';

/** A document bears a day of the evaluated year; another year may be right (an audit of the year), but is explained. */
export const evidenceYear: Check = {
  id: 'E02',
  title: '佐证材料的日期在评价年度内',
  levels: ['W'],
  answer: 'explain',
  explains: '佐证材料载明的日期（不是上传日期）不在评价年度 1 月 1 日至 12 月 31 日之间的，请说明它为什么能证明该年度的绩效；没有登记日期的不核查。',
  source: '复核通行做法（佐证材料与评价年度对应）',
  form: (context): CheckOutcome[] => {
    const { fiscalYear } = context;
    if (fiscalYear === null) return [];
    const outside = groupEvidence(context.evidence, ({ sha256, date }) =>
      date === null || date.startsWith(`${fiscalYear}-`) ? null : `${sha256.slice(0, 12)}-${date}`,
    );
    return outside.map(([subject, files]): CheckOutcome => {
      const { name, date } = files[0]!;
      const message = `佐证材料“${name}”（${supportedPlaces(context, files)}）的日期为 ${date}，不在 ${fiscalYear} 年度内，请说明。`;
      return { kind: 'finding', level: 'W', subject, message, addresses: files.map(({ address }) => address as CellAddress), answer: 'explain' };
    });
  },
};
