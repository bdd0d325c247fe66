import { cellCaption } from '../form/form-model';
import { fieldAddress } from '../form/cell-address';
import { numberText } from '../scoring/number-text';
import { isInTier, tierIntervalText } from '../scoring/rules/tier-judgement';
import { TIER_NAMES } from '../form/tier';
import { fraction } from '../shared/fraction';
import type { Check, CheckOutcome } from './check';
import { allLeaves, type CheckContext, type Leaf } from './check-context';

/** Judged points outside the interval of the chosen tier: readable, but no score can be made of them. */
function outsideTier(context: CheckContext, { entry, key, place }: Leaf): CheckOutcome[] {
  const tierSpec = context.model.byAddress.get(fieldAddress(entry.prefix, 'tier'));
  const pointsSpec = context.model.byAddress.get(fieldAddress(entry.prefix, 'judged_points'));
  if (!tierSpec || !pointsSpec) return [];
  const tier = context.parsed(tierSpec);
  const points = context.parsed(pointsSpec);
  if (tier.status !== 'ok' || tier.value.kind !== 'tier' || points.status !== 'ok' || points.value.kind !== 'number') return [];
  const judged = fraction(points.value.decimal);
  if (isInTier(tier.value.tier, judged, entry.weight)) return [];
  const message = `${place}评判得分 ${numberText(judged)} 分不在“${TIER_NAMES[tier.value.tier]}”的得分区间内，应为 ${tierIntervalText(tier.value.tier, entry.weight)}。`;
  return [{ kind: 'finding', level: 'E', subject: `tier.${key}`, message, addresses: [pointsSpec.address, tierSpec.address], answer: null }];
}

/** Text is there but cannot be read as what the cell holds; it is kept as typed. */
export const unreadable: Check = {
  id: 'G02',
  title: '填写内容可识别',
  run: (context) => [
    ...context.model.cells.flatMap((spec): CheckOutcome[] => {
      const parsed = context.parsed(spec);
      if (parsed.status !== 'invalid') return [];
      return [{ kind: 'finding', level: 'E', subject: spec.address, message: `${cellCaption(spec)}无法识别：${parsed.reason}。`, addresses: [spec.address], answer: null }];
    }),
    ...allLeaves(context).flatMap((leaf) => outsideTier(context, leaf)),
  ],
};
