import type { Check, CheckOutcome } from './check';
import { isQualitativeUnstated } from './qualitative-unstated';

/** A qualitative indicator with neither tier nor stated result: nothing says what was achieved. */
export const qualitativeUnstated: Check = {
  id: 'C03',
  title: '定性指标有评判等级和完成情况',
  levels: ['E'],
  answer: 'correct',
  explains: '定性指标既没有选择评判等级，也没有说明完成情况的，看不出取得了什么结果，请写明结果并选择等级。',
  source: '财预〔2020〕10号（定性指标分三档评判）',
  leaf: (context, { entry, key, place }): CheckOutcome[] => {
    if (!isQualitativeUnstated(context, entry)) return [];
    const message = `${place}（目标“${entry.targetText ?? ''}”）没有选择评判等级，也没有说明完成情况，请写明取得的结果并选择等级。`;
    const addresses = [entry.addresses.actual, entry.addresses.tier];
    return [{ kind: 'finding', level: 'E', subject: key, message, addresses, answer: 'correct' }];
  },
};
