import { Figure } from '~/app/components/ui/figure';
import { useMemo } from 'react';
import { budgetSums } from '~/app/domain/form/budget-sums';
import { losesPoints } from '~/app/domain/scoring/self-score';
import { GRADE_NAMES } from '~/app/domain/shared/grade';
import { Field } from '../field';
import { useCellFromHash } from '../use-cell-from-hash';
import { useLiveScore, useTexts } from '../use-workspace';

/** 报告正文: what people write themselves, beside the figures the report takes from the other sections. */
export function NarrativeSection() {
  useCellFromHash();
  return (
    <section aria-labelledby="narrative-title">
      <h2 id="narrative-title">五、报告正文</h2>
      <p className="secondary-text">收支数字、指标完成情况和自评结论由系统写入报告，这里只写需要文字说明的部分；一段话一行，序号自行编写。</p>
      <div className="narrative-body">
        <div>
          <Field address="narrative.achievements" rows={12} />
          <Field address="narrative.problems" rows={8} />
          <Field address="narrative.measures" rows={8} />
          <Field address="narrative.conclusion" rows={3} />
        </div>
        <Facts />
      </div>
    </section>
  );
}

/** Figures at hand while writing, so that the prose agrees with the tables. */
function Facts() {
  const sheet = useLiveScore();
  const texts = useTexts();
  const sums = useMemo(() => budgetSums(texts), [texts]);
  const lost = sheet.items.filter(losesPoints);
  return (
    <aside className="narrative-facts" aria-label="写作参考数字">
      <h3>写作参考</h3>
      <dl>
        <div>
          <dt>预算执行率</dt>
          <dd>
            <Figure value={sums.executionRate} digits={2} origin="computed" unit="%" />
          </dd>
        </div>
        <div>
          <dt>系统测算总分</dt>
          <dd>
            <Figure value={sheet.total.score} origin="computed" />
            {sheet.missing.length === 0 ? `（${GRADE_NAMES[sheet.total.grade]}）` : '（未填全）'}
          </dd>
        </div>
      </dl>
      <h3>失分指标（{lost.length} 项）</h3>
      {lost.length === 0 ? <p className="secondary-text">已填指标均得满分。</p> : null}
      <ul>
        {lost.map((item) => (
          <li key={item.code}>
            {item.name}：目标 {item.target === '' ? '—' : item.target}，完成 {item.actual === '' ? '—' : item.actual}，得 {item.score}/{item.weight} 分
          </li>
        ))}
      </ul>
    </aside>
  );
}
