import { fieldAddress } from '../form/cell-address';
import type { Check, CheckOutcome } from './check';
import { allLeaves } from './check-context';
import { isQualitativeUnstated } from './qualitative-unstated';

/** A qualitative indicator with neither tier nor stated result: nothing says what was achieved. */
export const qualitativeUnstated: Check = {
  id: 'C03',
  title: '定性指标有评判等级和完成情况',
  run: (context) =>
    allLeaves(context).flatMap((leaf): CheckOutcome[] => {
      if (!isQualitativeUnstated(context, leaf)) return [];
      const { entry, key, place } = leaf;
      const message = `${place}（目标“${entry.targetText ?? ''}”）没有选择评判等级，也没有说明完成情况，请写明取得的结果并选择等级。`;
      const addresses = [fieldAddress(entry.prefix, 'actual'), fieldAddress(entry.prefix, 'tier')];
      return [{ kind: 'finding', level: 'E', subject: key, message, addresses, answer: null }];
    }),
};
