import { DataTable } from '../ui/data-table';
import { EmptyState } from '../ui/empty-state';
import { TimeText } from '../ui/time-text';

export interface AuditRow {
  readonly id: string;
  readonly at: string;
  readonly actor: string;
  readonly action: string;
  readonly subject: string;
  readonly detail: string;
}

export function AuditTable({ rows }: { rows: readonly AuditRow[] }) {
  return (
    <DataTable
      caption="审计日志"
      rows={rows}
      rowKey={(row) => row.id}
      empty={<EmptyState title="没有符合条件的记录" text="请放宽查询条件后再试。" />}
      columns={[
        { key: 'at', head: '时间', isTight: true, sorted: 'descending', cell: (row) => <TimeText value={row.at} /> },
        { key: 'actor', head: '操作人', isTight: true, cell: (row) => row.actor },
        { key: 'action', head: '操作', isTight: true, isRowHead: true, cell: (row) => row.action },
        { key: 'subject', head: '对象', width: '28%', cell: (row) => (row.subject === '' ? <span className="figure-empty">—</span> : row.subject) },
        { key: 'detail', head: '说明', width: '32%', cell: (row) => (row.detail === '' ? <span className="figure-empty">—</span> : row.detail) },
      ]}
    />
  );
}
