import { isQualitativeUnstated } from './qualitative-unstated';
import type { Check, CheckOutcome } from './check';

/** A required cell is empty. One finding per indicator, project or section; cells that C03 reports are left to it. */
export const requiredEmpty: Check = {
  id: 'G01',
  title: '必填项已填写',
  levels: ['E'],
  answer: 'correct',
  explains: '必填的内容还空着，按指标、项目或板块列出，请补填。',
  source: '自评表填报要求',
  formOnly: true,
  group: (context, { subject, place, cells, entry }): CheckOutcome[] => {
    const leftToC03 = entry !== null && isQualitativeUnstated(context, entry);
    const empty = cells.filter(
      ({ address, required }) => required && context.parsed(address).status === 'empty' && !(leftToC03 && /\.(actual|tier)$/.test(address)),
    );
    if (empty.length === 0) return [];
    const message = `${place}未填写：${empty.map((spec) => spec.label).join('、')}。`;
    return [{ kind: 'finding', level: 'E', subject, message, addresses: empty.map((spec) => spec.address), answer: 'correct' }];
  },
};
