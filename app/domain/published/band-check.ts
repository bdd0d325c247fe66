import { readTier, TIER_NAMES, TIERS } from '../form/tier';
import { numberText } from '../scoring/number-text';
import { isInTier, tierIntervalText } from '../scoring/rules/tier-judgement';
import { compare, div, HUNDRED, isNegative, mul } from '../shared/fraction';
import { roundFraction } from '../shared/fraction-text';
import type { RowReading } from './read-row';

/**
 * The band check of a line that no ratio can be computed for (财预〔2020〕10号: 100–80%, 80–60%, below 60% of the weight): which of the three official bands
 * its published score lies in, and whether that is the one its 完成情况 names. The bands say what is allowed; they give no score.
 */
export function bandNote({ row, actual, kind }: RowReading): string | null {
  const { weight, published } = row;
  const isJudged = kind === 'qualitative' || actual.kind === 'words';
  if (!isJudged || weight === null || published === null) return null;
  const share = `${roundFraction(div(mul(published.value, HUNDRED), weight), { digits: 2, mode: 'half_up' }).replace(/\.?0+$/, '')}%`;
  const facts = `得分 ${published.decimal} 分，为分值 ${numberText(weight)} 分的 ${share}`;
  if (compare(published.value, weight) > 0) return `${facts}，高于分值`;
  if (isNegative(published.value)) return `${facts}，低于 0`;
  const band = TIERS.find((tier) => isInTier(tier, published.value, weight));
  if (band === undefined) return null;
  const stated = actual.kind === 'words' ? (readTier(actual.text)?.tier ?? null) : null;
  const place = `在“${TIER_NAMES[band]}”一档（${tierIntervalText(band, weight)}）`;
  return stated === null || stated === band ? `${facts}，${place}` : `${facts}，${place}，与完成情况对应的“${TIER_NAMES[stated]}”不符`;
}
