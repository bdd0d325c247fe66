import { DefinitionList } from '~/app/components/ui/definition-list';
import type { TextPart } from './tab-view';

/** 基本情况 and 报告正文 as the department wrote them, paragraph by paragraph. */
export function NarrativeSheet({ facts, texts }: { facts: readonly TextPart[]; texts: readonly TextPart[] }) {
  return (
    <section aria-label="基本情况和报告正文" className="review-texts">
      <DefinitionList columns={3} items={facts.map((fact) => ({ term: fact.label, value: fact.text === '' ? '—' : fact.text }))} />
      {texts.map((part) => (
        <article key={part.label}>
          <h3>{part.label}</h3>
          {part.text === '' ? <p className="figure-empty">未填写</p> : part.text.split(/\n+/).map((paragraph, index) => <p key={index}>{paragraph}</p>)}
        </article>
      ))}
    </section>
  );
}
