import { useMemo } from 'react';
import { indicatorEntries } from '~/app/domain/form/indicator-entry';
import { useCellFromHash } from '../use-cell-from-hash';
import { useLiveScore, useWorkspace } from '../use-workspace';
import { IndicatorTable } from './indicator-table';

/** 绩效指标: the department's own indicators and the common ones. */
export function IndicatorsSection() {
  const { data } = useWorkspace();
  const sheet = useLiveScore();
  const entries = useMemo(() => indicatorEntries(data.base), [data.base]);
  useCellFromHash();
  return (
    <section aria-labelledby="indicators-title">
      <h2 id="indicators-title">三、绩效指标（{entries.length} 项）</h2>
      <IndicatorTable caption="部门整体支出绩效自评指标表" entries={entries} items={sheet.items} total={sheet.total} fullWeight={data.base.system.totalWeight} />
    </section>
  );
}
