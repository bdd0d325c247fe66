import type { FormBasis } from '../../form/form-basis';
import type { GradeBands, SlotBinding } from '../../form/indicator-system-version';
import { parseTarget } from '../../form/parse-target';
import { type ScoringRule, scoringRuleSchema } from '../../scoring/scoring-rule';
import type { ReadIndicator } from './indicators-read';
import type { ReadReport } from './read-report';

/** 财预〔2020〕10号: 90（含）–100 优, 80（含）–90 良, 60（含）–80 中, below 60 差. */
export const NATIONAL_GRADES: GradeBands = [
  { grade: 'excellent', atLeast: '90' },
  { grade: 'good', atLeast: '80' },
  { grade: 'fair', atLeast: '60' },
  { grade: 'poor', atLeast: '0' },
];
const ROUNDING = { scope: 'total', digits: 2, mode: 'half_up' } as const;
const SOURCE = '财预〔2020〕10号';
/** A report does not say what an indicator is worth: every one gets the same, and no message names it. */
const POINTS_EACH = 10n;

/** A form whose slots are the indicators read from a report, each with the default rule of its target. */
export function basisOfReport(report: ReadReport): FormBasis {
  const { indicators } = report;
  const points = (BigInt(Math.max(indicators.length, 1)) * POINTS_EACH).toString();
  return {
    system: {
      code: 'report',
      name: '自评报告中的指标',
      version: 1,
      totalWeight: points,
      slots: { codePrefix: 'LZ', primary: '履职效能', secondary: '重点工作任务', points, count: Math.max(indicators.length, 1), min: 1, max: Math.max(indicators.length, 1) },
      indicators: [],
      rounding: ROUNDING,
      gradeBands: [...NATIONAL_GRADES],
    },
    projectForm: {
      code: 'report',
      name: '项目支出绩效自评表',
      version: 1,
      executionWeight: '10',
      primaries: [],
      rounding: ROUNDING,
      gradeBands: [...NATIONAL_GRADES],
      source: SOURCE,
    },
    bindings: indicators.map((indicator) => bindingOf(indicator, report.fiscalYear)),
    projects: [],
    ...(report.fiscalYear === null ? {} : { round: { fiscalYear: report.fiscalYear } }),
  };
}

const RATIO: ScoringRule = scoringRuleSchema.parse({ type: 'ratio' });
const REVERSE: ScoringRule = scoringRuleSchema.parse({ type: 'ratio_reverse' });
const TIER: ScoringRule = scoringRuleSchema.parse({ type: 'tier_judgement' });

function bindingOf({ name, definition, target, unit, comparator }: ReadIndicator, fiscalYear: number | null): SlotBinding {
  const isQualitative = parseTarget(target, unit, fiscalYear).kind === 'words';
  return {
    name,
    definition: definition === '' ? name : definition,
    kind: isQualitative ? 'qualitative' : 'quantitative',
    unit,
    comparator,
    target,
    rule: isQualitative ? TIER : comparator === 'lte' || comparator === 'lt' ? REVERSE : RATIO,
    aliases: [],
  };
}
