import { useEffect, useRef } from 'react';
import { ScoreReceipt } from '~/app/components/score/score-receipt';
import { DefinitionList } from '~/app/components/ui/definition-list';
import type { ScoreRow } from './score-rows';

/** Beside the table: what the indicator means and the derivation of its score. Takes the focus, gives it back, closes with Esc. */
export function ScoreDrawer({ row, onClose }: { row: ScoreRow; onClose: () => void }) {
  const closeButton = useRef<HTMLButtonElement>(null);
  const latest = useRef(onClose);
  useEffect(() => {
    latest.current = onClose;
  });
  useEffect(() => {
    const before = document.activeElement;
    closeButton.current?.focus({ preventScroll: true });
    const close = (event: KeyboardEvent): void => {
      if (event.key === 'Escape') latest.current();
    };
    document.addEventListener('keydown', close);
    return () => {
      document.removeEventListener('keydown', close);
      if (before instanceof HTMLElement) before.focus({ preventScroll: true });
    };
  }, []);
  return (
    <aside className="drawer" aria-label={`${row.name}：定义与得分推导`}>
      <header className="drawer-head">
        <h2>{row.name}</h2>
        <button type="button" className="link-button" ref={closeButton} onClick={onClose}>
          关闭
        </button>
      </header>
      <DefinitionList
        columns={1}
        items={[
          { term: '指标位置', value: `${row.primary} / ${row.secondary}（${row.code}）` },
          ...(row.definition === '' ? [] : [{ term: '定义', value: row.definition }]),
          ...(row.criteria === '' ? [] : [{ term: '评分标准', value: row.criteria }]),
        ]}
      />
      <ScoreReceipt item={row.item!} />
    </aside>
  );
}
