import { useMemo, useState } from 'react';
import { IndicatorHead } from '~/app/components/score/indicator-head';
import { IndicatorTotals } from '~/app/components/score/indicator-totals';
import { TOTAL, TotalReceipt } from '~/app/components/score/total-receipt';
import { Drawer } from '~/app/components/ui/drawer';
import type { IndicatorEntry } from '~/app/domain/form/indicator-entry';
import { partOfText } from '~/app/domain/form/part-of';
import { tableRows } from '~/app/domain/form/table-rows';
import type { ItemScore, ScoreTotal } from '~/app/domain/scoring/score-sheet';
import { CellGrid } from '../cell-grid';
import { useWorkspace } from '../use-workspace';
import { IndicatorDrawer } from './indicator-drawer';
import { IndicatorRow } from './indicator-row';

export interface IndicatorTableProps {
  readonly caption: string;
  readonly entries: readonly IndicatorEntry[];
  /** Scores in the order of `entries`. */
  readonly items: readonly ItemScore[];
  readonly total: ScoreTotal;
  readonly fullWeight: string;
}

/** The official table: merged first- and second-level cells, sticky head, real inputs; a row opens its derivation beside it. */
export function IndicatorTable({ caption, entries, items, total, fullWeight }: IndicatorTableProps) {
  const { model } = useWorkspace();
  const [opened, setOpened] = useState<string | null>(null);
  const rows = useMemo(() => tableRows(entries), [entries]);
  const toggle = (code: string): void => setOpened(code === opened ? null : code);
  const close = (): void => setOpened(null);
  const openedIndex = rows.findIndex((row) => row.entry.code === opened);
  const openedRow = rows[openedIndex];
  return (
    <>
      <CellGrid className="table-frame indicator-frame">
        <table className="data-table indicator-table">
          <caption className="visually-hidden">{caption}</caption>
          <IndicatorHead isTyped />
          <tbody>
            {rows.map((row, index) => (
              <IndicatorRow
                key={row.entry.code}
                row={row}
                number={index + 1}
                item={items[index]!}
                model={model}
                isOpen={row.entry.code === opened}
                partOf={partOfText(row.entry, entries)}
                onOpen={() => toggle(row.entry.code)}
              />
            ))}
          </tbody>
          <IndicatorTotals total={total} fullWeight={fullWeight} isOpen={opened === TOTAL} onOpen={() => toggle(TOTAL)} />
        </table>
      </CellGrid>
      {openedRow === undefined ? null : <IndicatorDrawer entry={openedRow.entry} item={items[openedIndex]!} partOf={partOfText(openedRow.entry, entries)} onClose={close} />}
      {opened === TOTAL ? (
        <Drawer title={caption} label={`${caption}：总分推导`} onClose={close}>
          <TotalReceipt name={caption} total={total} items={items} />
        </Drawer>
      ) : null}
    </>
  );
}
