import { ScoreReceipt } from '~/app/components/score/score-receipt';
import { DefinitionList } from '~/app/components/ui/definition-list';
import { Drawer } from '~/app/components/ui/drawer';
import type { IndicatorEntry } from '~/app/domain/form/indicator-entry';
import type { ItemScore } from '~/app/domain/scoring/score-sheet';

/** What the indicator means, how it is scored, and the derivation of its score. */
export function IndicatorDrawer({ entry, item, partOf, onClose }: { entry: IndicatorEntry; item: ItemScore; partOf: string; onClose: () => void }) {
  return (
    <Drawer title={entry.name} label={`${entry.name}：定义与得分推导`} onClose={onClose}>
      <DefinitionList
        columns={1}
        items={[
          { term: '指标代码', value: `${entry.code}（${entry.primary} / ${entry.secondary}）` },
          ...(partOf === '' ? [] : [{ term: '计分关系', value: `${partOf}，不单独计入总分` }]),
          { term: '定义', value: entry.definition === '' ? '—' : entry.definition },
          ...(entry.criteria === '' ? [] : [{ term: '评分标准', value: entry.criteria }]),
        ]}
      />
      <ScoreReceipt item={item} />
    </Drawer>
  );
}
