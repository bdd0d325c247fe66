import { compare, type Exact, isNegative } from '../../shared/fraction';
import { constant } from '../../shared/fraction-text';
import type { DerivedItem } from '../derived-item';
import type { Expression } from '../expression/expression';
import { measureNeeds } from '../rule-needs';
import type { ScoringRule } from '../scoring-rule';
import type { Gap } from './gap';
import { derivedFigure, isRate, readFigureOf } from './measured-figure';
import { type RuleHandler, scored } from './outcome';
import { isOutcome } from './target-actual';

type BandTable = Extract<ScoringRule, { type: 'band_table' }>;

/** 分档赋分法: the first band whose lower bound the figure reaches gives its points, never more than the weight and never less than nothing. */
export const bandTable: RuleHandler<BandTable> = {
  title: '分档赋分法',
  needs: (rule) => measureNeeds(rule.measure),
  describe: (rule, entry) => {
    const unit = unitOf(rule, entry.unit);
    let words = '';
    for (const { atLeast, points } of rule.bands) words += `≥${atLeast}${unit} 得 ${points} 分；`;
    return `分档赋分法：${words}其余得 ${rule.otherwise} 分`;
  },
  score: (rule, subject) => {
    const { weight } = subject.entry;
    const { derive } = subject;
    const target = `≥${rule.bands[0]!.atLeast}${unitOf(rule, subject.entry.unit)}`;
    const figure = readFigureOf(rule, subject, target);
    if (isOutcome(figure)) return figure;
    const band = bandOf(rule, figure.value);
    const bound = (band ?? rule.bands[rule.bands.length - 1]!).atLeast;
    const points = band ? band.points : rule.otherwise;
    derive.decide({ is: 'gte', left: figure.name, right: { number: bound } }, (holds) => (holds ? 'band' : 'lowest_band'));
    const isAbove = compare(constant(points), weight) > 0;
    if (isAbove) derive.decide({ is: 'gt', left: { number: points }, right: 'weight' }, () => 'above_weight');
    const given: Expression = isNegative(constant(points)) ? { op: 'max', of: [{ number: points }, { number: '0' }] } : { number: points };
    derive.score(isAbove ? 'weight' : given);
    const met = compare(derive.value('score'), weight) === 0;
    return scored(subject, { target, actual: figure.text }, met);
  },
  gap: gapOf,
};

function bandOf({ bands }: BandTable, figure: Exact): BandTable['bands'][number] | undefined {
  for (const band of bands) if (compare(figure, constant(band.atLeast)) >= 0) return band;
  return undefined;
}

/** The lowest band that gives the points wanted; a table whose best band is below the weight has no way to full marks, one whose points do not rise with the figure no way at all. */
function gapOf(rule: BandTable, item: DerivedItem): Gap | null {
  if (!item.took('band', 'lowest_band') || compare(item.points, item.weight) === 0) return null;
  const falls = rule.bands.some((band, index) => index > 0 && compare(constant(band.points), constant(rule.bands[index - 1]!.points)) > 0);
  if (falls || compare(constant(rule.otherwise), constant(rule.bands.at(-1)!.points)) > 0) return null;
  const at = (points: Exact): Exact | null => {
    const band = rule.bands.filter((one) => compare(constant(one.points), points) >= 0).at(-1);
    return band === undefined ? null : constant(band.atLeast);
  };
  return { direction: 'raise', ...derivedFigure(rule.measure, item), full: at(item.weight), at };
}

function unitOf(rule: BandTable, unit: string): string {
  if (isRate(rule.measure)) return '%';
  return rule.measure.kind === 'target_actual' ? unit : '';
}
