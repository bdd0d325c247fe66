import { remembering } from '../shared/remember';
import { halfWidth } from './typed-text';

/** 评判等级 of a qualitative indicator (财预〔2020〕10号), best first. */
export const TIERS = ['achieved', 'partly', 'missed'] as const;
export type Tier = (typeof TIERS)[number];

/** The official wording: the text a tier cell holds. */
export const TIER_NAMES: Readonly<Record<Tier, string>> = {
  achieved: '达成年度指标',
  partly: '部分达成年度指标并具有一定效果',
  missed: '未达成年度指标且效果较差',
};

const SHORT_FORMS: Readonly<Record<string, Tier>> = {
  达成: 'achieved',
  已达成: 'achieved',
  全部达成: 'achieved',
  达成指标: 'achieved',
  达成预期指标: 'achieved',
  达成年度目标: 'achieved',
  达到预期目标: 'achieved',
  完成: 'achieved',
  已完成: 'achieved',
  全部完成: 'achieved',
  部分达成: 'partly',
  部分完成: 'partly',
  部分达成年度指标: 'partly',
  部分达成预期指标并具有一定效果: 'partly',
  未达成: 'missed',
  没有达成: 'missed',
  未完成: 'missed',
  未达成年度指标: 'missed',
  未达成预期指标且效果较差: 'missed',
};

export interface ReadTier {
  readonly tier: Tier;
  readonly verbatim: boolean;
}

/** The tier a text names, and whether it is the official wording; null when it names none. */
export const readTier = remembering(200, (typed): ReadTier | null => {
  const text = halfWidth(typed).replace(/ /g, '');
  for (const tier of TIERS) if (TIER_NAMES[tier] === text) return { tier, verbatim: true };
  const tier = Object.prototype.hasOwnProperty.call(SHORT_FORMS, text) ? SHORT_FORMS[text] : undefined;
  return tier ? { tier, verbatim: false } : null;
});
