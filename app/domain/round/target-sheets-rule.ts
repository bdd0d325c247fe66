import { canonicalJson } from '../form/canonical-json';
import { ruleTitle } from '../scoring/rules/registry';
import type { ScoringRule } from '../scoring/scoring-rule';

const onMissing = 'block_submit' as const;

/** 计分方法 people choose from, with what each does. A rule with parameters beyond these comes from a round file. */
export const RULE_CHOICES: readonly { readonly name: string; readonly rule: ScoringRule; readonly what: string }[] = [
  {
    name: '完成比例法',
    rule: { type: 'ratio', measure: { kind: 'target_actual' }, onMissing, onZeroDenominator: 'full' },
    what: '得分=完成值÷目标值×分值，达到目标值得满分；目标值是区间或日期的，在区间内或按期完成得满分，否则不得分',
  },
  { name: '反向比例法', rule: { type: 'ratio_reverse', variant: 'linear', onMissing }, what: '越低越好：超出目标值的比例即扣分比例，超出一倍及以上不得分' },
  { name: '反向比例法（按目标÷完成）', rule: { type: 'ratio_reverse', variant: 'simple', onMissing }, what: '越低越好：得分=目标值÷完成值×分值' },
  { name: '等值赋分法', rule: { type: 'equal', onMissing }, what: '与目标值相等得满分，多于或少于都不得分；计算符号填“=”' },
  { name: '区间赋分法', rule: { type: 'range', outside: 'zero', onMissing }, what: '目标值填区间，如 90%～95%：在区间内（含上下限）得满分，否则不得分' },
  { name: '区间赋分法（区间外按比例）', rule: { type: 'range', outside: 'proportional', onMissing }, what: '目标值填区间：在区间内得满分；低于下限按完成比例、高于上限按超出幅度计分' },
  { name: '时限赋分法', rule: { type: 'date', late: 'zero', onMissing }, what: '目标值填日期，如 12月31日前：按期完成得满分，逾期不得分' },
  { name: '直接赋分法（达标）', rule: { type: 'direct', condition: { kind: 'target_met' }, onMissing }, what: '达到目标值得满分，未达到不得分' },
  { name: '评判等级法', rule: { type: 'tier_judgement', onMissing }, what: '定性指标：按达成、部分达成、未达成三档评判' },
  { name: '人工评分法', rule: { type: 'manual', onMissing }, what: '在 0 与分值之间评分，扣分的说明原因' },
];

const CHOICE_NAMES: ReadonlyMap<string, string> = new Map(RULE_CHOICES.map((choice) => [canonicalJson(choice.rule), choice.name]));

/** What a rule is called where people read it: the choice it is, else its type. */
export function ruleName(rule: ScoringRule): string {
  return CHOICE_NAMES.get(canonicalJson(rule)) ?? ruleTitle(rule.type);
}

const CUSTOM = /^自定义方法(\d{1,4})$/;

/** Names for rules: the choices by name, every other rule as 自定义方法N, kept aside so that nothing is lost on the way through the workbook. */
export function createRuleNames(): { readonly nameOf: (rule: ScoringRule) => string; readonly customRules: readonly ScoringRule[] } {
  const customRules: ScoringRule[] = [];
  const names = new Map(CHOICE_NAMES);
  return {
    customRules,
    nameOf(rule) {
      const key = canonicalJson(rule);
      const known = names.get(key);
      if (known !== undefined) return known;
      const name = `自定义方法${customRules.push(rule)}`;
      names.set(key, name);
      return name;
    },
  };
}

/** The rule a name stands for; null when none does. */
export function ruleOfName(name: string, customRules: readonly ScoringRule[]): ScoringRule | null {
  const custom = CUSTOM.exec(name);
  if (custom) return customRules[parseInt(custom[1]!, 10) - 1] ?? null;
  return RULE_CHOICES.find((choice) => choice.name === name)?.rule ?? null;
}
