import { cellCaption } from '../form/form-model';
import type { IndicatorEntry } from '../form/indicator-entry';
import { numberText } from '../scoring/number-text';
import { isInTier, tierIntervalText } from '../scoring/rules/tier-judgement';
import { TIER_NAMES } from '../form/tier';
import { fraction } from '../shared/fraction-text';
import type { Check, CheckOutcome } from './check';
import type { CellGroup, CheckContext } from './check-context';

/** Judged points outside the interval of the chosen tier: readable, but no score can be made of them. */
function outsideTier(context: CheckContext, entry: IndicatorEntry, { subject, place }: CellGroup): CheckOutcome[] {
  const tierAddress = entry.addresses.tier;
  const pointsAddress = entry.addresses.judgedPoints;
  if (!context.has(tierAddress) || !context.has(pointsAddress)) return [];
  const tier = context.parsed(tierAddress);
  const points = context.parsed(pointsAddress);
  if (tier.status !== 'ok' || tier.value.kind !== 'tier' || points.status !== 'ok' || points.value.kind !== 'number') return [];
  const judged = fraction(points.value.decimal);
  if (isInTier(tier.value.tier, judged, entry.weight)) return [];
  const message = `${place}评判得分 ${numberText(judged)} 分不在“${TIER_NAMES[tier.value.tier]}”的得分区间内，应为 ${tierIntervalText(tier.value.tier, entry.weight)}。`;
  return [{ kind: 'finding', level: 'E', subject: `tier.${subject}`, message, addresses: [pointsAddress, tierAddress], answer: 'correct' }];
}

/** Text is there but cannot be read as what the cell holds; it is kept as typed. */
export const unreadable: Check = {
  id: 'G02',
  title: '填写内容可识别',
  levels: ['E'],
  answer: 'correct',
  explains: '填写的内容不能识别为该单元格要求的数字、日期或等级，或者评判得分不在所选等级的得分区间内；原文保留，请更正。',
  source: '自评表填报要求；财预〔2020〕10号（定性指标得分区间）',
  formOnly: true,
  group: (context, group) => [
    ...group.cells.flatMap((spec): CheckOutcome[] => {
      const parsed = context.parsed(spec.address);
      if (parsed.status !== 'invalid') return [];
      return [{ kind: 'finding', level: 'E', subject: spec.address, message: `${cellCaption(spec)}无法识别：${parsed.reason}。`, addresses: [spec.address], answer: 'correct' }];
    }),
    ...(group.entry === null ? [] : outsideTier(context, group.entry, group)),
  ],
};
