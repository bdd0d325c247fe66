import { RULE_CHOICES } from '~/app/domain/round/target-sheets-rule';

/** 计分方法 the workbook offers, and what each does with target and result. */
export function RuleGuide() {
  return (
    <details className="issue-guide">
      <summary>计分方法说明（{RULE_CHOICES.length} 种）</summary>
      <dl>
        {RULE_CHOICES.map(({ name, what }) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{what}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
