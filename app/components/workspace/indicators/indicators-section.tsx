import { useMemo, useState } from 'react';
import { indicatorEntries } from '~/app/domain/form/indicator-entry';
import { tableRows } from '~/app/domain/form/table-rows';
import { CellGrid } from '../cell-grid';
import { useCellFromHash } from '../use-cell-from-hash';
import { useLiveScore, useWorkspace } from '../use-workspace';
import { IndicatorDrawer } from './indicator-drawer';
import { IndicatorRow } from './indicator-row';
import { IndicatorTotals } from './indicator-totals';

/** 绩效指标 as the official table: merged first- and second-level cells, sticky head, real inputs; a row opens its derivation beside it. */
export function IndicatorsSection() {
  const { data, model } = useWorkspace();
  const sheet = useLiveScore();
  const [opened, setOpened] = useState<string | null>(null);
  const rows = useMemo(() => tableRows(indicatorEntries(data.base.system, data.base.bindings)), [data.base]);
  const scores = useMemo(() => new Map(sheet.items.map((item) => [item.code, item])), [sheet]);
  useCellFromHash();
  const openedRow = rows.find((row) => row.entry.code === opened);
  return (
    <section aria-labelledby="indicators-title">
      <h2 id="indicators-title">三、绩效指标（{rows.length} 项）</h2>
      <CellGrid className="table-frame indicator-frame">
        <table className="data-table indicator-table">
          <thead>
            <tr>
              <th scope="col" className="col-level">一级</th>
              <th scope="col" className="col-level">二级</th>
              <th scope="col" className="col-name">三级指标</th>
              <th scope="col" className="col-target">目标值</th>
              <th scope="col" className="col-actual">完成值</th>
              <th scope="col" className="col-figure align-right">分值</th>
              <th scope="col" className="col-figure align-right">系统测算</th>
              <th scope="col" className="col-self align-right">自评得分</th>
              <th scope="col">偏差原因、自评说明</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row, index) => (
              <IndicatorRow
                key={row.entry.code}
                row={row}
                number={index + 1}
                item={scores.get(row.entry.code)!}
                model={model}
                isOpen={row.entry.code === opened}
                onOpen={() => setOpened(row.entry.code === opened ? null : row.entry.code)}
              />
            ))}
          </tbody>
          <IndicatorTotals total={sheet.total} fullWeight={data.base.system.totalWeight} />
        </table>
      </CellGrid>
      {openedRow === undefined ? null : <IndicatorDrawer entry={openedRow.entry} item={scores.get(openedRow.entry.code)!} onClose={() => setOpened(null)} />}
    </section>
  );
}
