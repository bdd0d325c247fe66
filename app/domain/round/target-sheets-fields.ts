import { type Comparator, comparatorSchema, type IndicatorKind, indicatorKindSchema } from '../form/indicator-system-version';
import { halfWidth } from '../form/typed-text';
import type { ScoringRule } from '../scoring/scoring-rule';
import type { DecimalText } from '../shared/decimal-text';
import { type FundSource, fundSourceSchema } from '../shared/fund-source';
import { COMPARATOR_FORMS, FUND_SOURCE_FORMS, KIND_NAMES, TARGET_LIMITS } from './target-sheets-layout';
import { RULE_CHOICES, ruleOfName } from './target-sheets-rule';
import type { TargetRow } from './target-sheets-table';
import { takesSign } from './target-sign';

/** Reads one field of a row; null after the reason has been reported. */
export function readText<Head extends string>(row: TargetRow<Head>, head: Head, limit: number): string | null {
  const text = row.text(head);
  if (text === '') return refuse(row, head, '没有填写。');
  return withinLimit(row, head, text, limit);
}

export function readOptionalText<Head extends string>(row: TargetRow<Head>, head: Head, limit: number): string | null {
  return withinLimit(row, head, row.text(head), limit);
}

export function readKind<Head extends string>(row: TargetRow<Head>, head: Head): IndicatorKind | null {
  const text = row.text(head);
  return indicatorKindSchema.options.find((kind) => KIND_NAMES[kind] === text || `${KIND_NAMES[kind]}指标` === text) ?? refuse(row, head, choose(text, Object.values(KIND_NAMES)));
}

/** May be left empty for a qualitative indicator, which is judged and not measured, and for a target that takes no sign. */
export function readComparator<Head extends string>(row: TargetRow<Head>, head: Head, kind: IndicatorKind | null, target: string): Comparator | null {
  const text = row.text(head);
  if (text === '' && (kind === 'qualitative' || !takesSign(target))) return 'gte';
  const plain = halfWidth(text).replace(/ /g, '');
  const forms = (one: Comparator): readonly string[] => COMPARATOR_FORMS[one];
  const found = comparatorSchema.options.find((one) => forms(one).some((form) => form === text || halfWidth(form) === plain));
  return found ?? refuse(row, head, choose(text, comparatorSchema.options.map((one) => forms(one)[0]!)));
}

export function readFundSource<Head extends string>(row: TargetRow<Head>, head: Head): FundSource | null {
  const text = row.text(head);
  const forms = (one: FundSource): readonly string[] => FUND_SOURCE_FORMS[one];
  return fundSourceSchema.options.find((one) => forms(one).includes(text)) ?? refuse(row, head, choose(text, fundSourceSchema.options.map((one) => forms(one)[0]!)));
}

export function readRule<Head extends string>(row: TargetRow<Head>, head: Head, customRules: readonly ScoringRule[]): ScoringRule | null {
  const text = row.text(head);
  const plain = text.replace(/[(（]/g, '（').replace(/[)）]/g, '）').replace(/\s/g, '');
  return ruleOfName(plain, customRules) ?? refuse(row, head, choose(text, RULE_CHOICES.map((choice) => choice.name)));
}

/** 分值 above zero; "20分" is read as 20. */
export function readWeight<Head extends string>(row: TargetRow<Head>, head: Head): DecimalText | null {
  const text = row.text(head);
  const plain = halfWidth(text).replace(/ ?分$/, '');
  if (text === '') return refuse(row, head, '没有填写。');
  if (!/^\d{1,4}(\.\d{1,6})?$/.test(plain) || !/[1-9]/.test(plain)) return refuse(row, head, `“${text}”不是大于 0 的分值。`);
  return plain;
}

/** P01, p1 and 1 name the same project. */
export function readProjectCode<Head extends string>(row: TargetRow<Head>, head: Head): string | null {
  const text = row.text(head);
  const digits = /^[Pp]?(\d{1,3})$/.exec(halfWidth(text).replace(/ /g, ''))?.[1];
  if (digits === undefined || parseInt(digits, 10) === 0) return refuse(row, head, text === '' ? '没有填写。' : `“${text}”不是项目编号，应为 P01、P02……`);
  return `P${digits.length > 2 ? digits : digits.padStart(2, '0')}`;
}

export function readAliases<Head extends string>(row: TargetRow<Head>, head: Head): string[] {
  const text = withinLimit(row, head, row.text(head), TARGET_LIMITS.name) ?? '';
  return [...new Set(text.split(/[、;；\n]/).map((one) => one.trim()).filter((one) => one !== ''))];
}

function choose(text: string, choices: readonly string[]): string {
  return `${text === '' ? '没有填写' : `“${text}”不能识别`}，应为${choices.map((choice) => `“${choice}”`).join('、')}之一。`;
}

function withinLimit<Head extends string>(row: TargetRow<Head>, head: Head, text: string, limit: number): string | null {
  return text.length <= limit ? text : refuse(row, head, `最多 ${limit} 个字，现有 ${text.length} 个字。`);
}

function refuse<Head extends string>(row: TargetRow<Head>, head: Head, reason: string): null {
  row.refuse(head, reason);
  return null;
}
