import { canonicalJson } from '../form/canonical-json';
import type { ScoringRule } from '../scoring/scoring-rule';

const RATIO: ScoringRule = { type: 'ratio', measure: { kind: 'target_actual' }, onMissing: 'block_submit', onZeroDenominator: 'full' };
const REVERSE: ScoringRule = { type: 'ratio_reverse', variant: 'linear', onMissing: 'block_submit' };
const REVERSE_SIMPLE: ScoringRule = { type: 'ratio_reverse', variant: 'simple', onMissing: 'block_submit' };
const TIER: ScoringRule = { type: 'tier_judgement', onMissing: 'block_submit' };

/** 计分方法 people choose from, with what each does. */
export const RULE_CHOICES: readonly { readonly name: string; readonly rule: ScoringRule; readonly what: string }[] = [
  { name: '完成比例法', rule: RATIO, what: '得分=完成值÷目标值×分值，达到目标值得满分' },
  { name: '反向比例法', rule: REVERSE, what: '越低越好：超出目标值的比例即扣分比例，超出一倍及以上不得分' },
  { name: '反向比例法（按目标÷完成）', rule: REVERSE_SIMPLE, what: '越低越好：得分=目标值÷完成值×分值' },
  { name: '评判等级法', rule: TIER, what: '定性指标：按达成、部分达成、未达成三档评判' },
];

const CUSTOM = /^自定义方法(\d{1,4})$/;

/** Names for rules: the choices by name, every other rule as 自定义方法N, kept aside so that nothing is lost on the way through the workbook. */
export function createRuleNames(): { readonly nameOf: (rule: ScoringRule) => string; readonly customRules: readonly ScoringRule[] } {
  const customRules: ScoringRule[] = [];
  const names = new Map(RULE_CHOICES.map((choice) => [canonicalJson(choice.rule), choice.name]));
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
