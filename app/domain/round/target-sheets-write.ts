import { COMPARATOR_SIGNS, type SlotBinding } from '../form/indicator-system-version';
import type { ScoringRule } from '../scoring/scoring-rule';
import { FUND_SOURCE_NAMES } from '../shared/fund-source';
import { KIND_NAMES, TARGET_SHEETS, type TargetScope, type TargetSheetKey } from './target-sheets-layout';
import { createRuleNames } from './target-sheets-rule';
import { takesSign } from './target-sign';

export interface TargetSheetTexts {
  /** Cell texts row by row, without the heads. */
  readonly rows: Readonly<Record<TargetSheetKey, readonly (readonly string[])[]>>;
  readonly customRules: readonly ScoringRule[];
}

/** The approved targets as the rows of the three sheets. A department without targets gets one row to begin with, which reads as nothing. */
export function writeTargetSheets(departments: readonly (TargetScope & { readonly departmentName: string })[]): TargetSheetTexts {
  const { nameOf, customRules } = createRuleNames();
  const rows: Record<TargetSheetKey, string[][]> = { bindings: [], projects: [], indicators: [] };
  for (const { departmentCode: code, departmentName: name, bindings, projects } of departments) {
    if (bindings.length === 0) rows.bindings.push(padded('bindings', [code, name, '1']));
    bindings.forEach((binding, index) => {
      const { definition, target, unit, aliases } = binding;
      rows.bindings.push([code, name, String(index + 1), binding.name, definition, KIND_NAMES[binding.kind], signOf(binding), target, unit, nameOf(binding.rule), aliases.join('、')]);
    });
    if (projects.length === 0) rows.projects.push(padded('projects', [code, name]));
    for (const project of projects) {
      rows.projects.push([code, name, project.code, project.name, FUND_SOURCE_NAMES[project.fundSource], project.implementingUnit ?? '', project.expectedGoal]);
      for (const one of project.indicators) {
        const place = [one.primary, one.secondary, one.name];
        rows.indicators.push([code, project.code, ...place, KIND_NAMES[one.kind], signOf(one), one.target, one.unit, one.weight, nameOf(one.rule)]);
      }
    }
  }
  return { rows, customRules };
}

/** A qualitative target, a range and a date are not held against a sign; only one that departs from the usual is printed. */
function signOf({ kind, comparator, target }: Pick<SlotBinding, 'kind' | 'comparator' | 'target'>): string {
  return comparator === 'gte' && (kind === 'qualitative' || !takesSign(target)) ? '' : COMPARATOR_SIGNS[comparator];
}

function padded(key: TargetSheetKey, texts: readonly string[]): string[] {
  return TARGET_SHEETS[key].heads.map((_, index) => texts[index] ?? '');
}
