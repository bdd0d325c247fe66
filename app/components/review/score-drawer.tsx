import { ScoreReceipt } from '~/app/components/score/score-receipt';
import { DefinitionList } from '~/app/components/ui/definition-list';
import { Drawer } from '~/app/components/ui/drawer';
import type { ScoreRow } from './score-rows';

/** What the indicator means and the derivation of its score. */
export function ScoreDrawer({ row, onClose }: { row: ScoreRow; onClose: () => void }) {
  return (
    <Drawer title={row.name} label={`${row.name}：定义与得分推导`} onClose={onClose}>
      <DefinitionList
        columns={1}
        items={[
          { term: '指标位置', value: `${row.primary} / ${row.secondary}（${row.code}）` },
          ...(row.partOf === '' ? [] : [{ term: '计分关系', value: `${row.partOf}，不单独计入总分` }]),
          ...(row.definition === '' ? [] : [{ term: '定义', value: row.definition }]),
          ...(row.criteria === '' ? [] : [{ term: '评分标准', value: row.criteria }]),
        ]}
      />
      <ScoreReceipt item={row.item!} />
    </Drawer>
  );
}
