import { useEffect, useRef } from 'react';
import { ScoreReceipt } from '~/app/components/score/score-receipt';
import { DefinitionList } from '~/app/components/ui/definition-list';
import type { IndicatorEntry } from '~/app/domain/form/indicator-entry';
import type { ItemScore } from '~/app/domain/scoring/score-sheet';

/** Beside the table, over its right edge: what the indicator means, how it is scored, and the derivation of its score. */
export function IndicatorDrawer({ entry, item, onClose }: { entry: IndicatorEntry; item: ItemScore; onClose: () => void }) {
  const box = useRef<HTMLElement>(null);
  useEffect(() => {
    const close = (event: KeyboardEvent): void => {
      if (event.key === 'Escape') onClose();
    };
    document.addEventListener('keydown', close);
    return () => document.removeEventListener('keydown', close);
  }, [onClose]);
  return (
    <aside className="drawer" ref={box} aria-label={`${entry.name}：定义与得分推导`}>
      <header className="drawer-head">
        <h2>{entry.name}</h2>
        <button type="button" className="link-button" onClick={onClose}>
          关闭
        </button>
      </header>
      <DefinitionList
        columns={1}
        items={[
          { term: '指标代码', value: `${entry.code}（${entry.primary} / ${entry.secondary}）` },
          { term: '定义', value: entry.definition === '' ? '—' : entry.definition },
          ...(entry.criteria === '' ? [] : [{ term: '评分标准', value: entry.criteria }]),
        ]}
      />
      <ScoreReceipt item={item} />
    </aside>
  );
}
