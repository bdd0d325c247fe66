import { DataTable } from '~/app/components/ui/data-table';
import { EmptyState } from '~/app/components/ui/empty-state';
import { Figure } from '~/app/components/ui/figure';
import { GradeTag } from '~/app/components/ui/grade-tag';
import { TimeText } from '~/app/components/ui/time-text';
import type { Grade } from '~/app/domain/shared/grade';

export interface ShownSubmission {
  readonly id: string;
  readonly number: number;
  readonly submittedAt: string;
  readonly submittedBy: string | null;
  readonly late: boolean;
  readonly snapshotHash: string;
  readonly score: { readonly score: string; readonly selfScore: string | null; readonly grade: Grade; readonly openFindings: number } | null;
}

export interface ShownEvent {
  readonly id: string;
  readonly at: string;
  readonly actor: string;
  readonly action: string;
  readonly detail: string;
}

/** 报送记录: every submission with its score, and everything that was done to this task. */
export function SubmissionHistory({ submissions, events }: { submissions: readonly ShownSubmission[]; events: readonly ShownEvent[] }) {
  return (
    <>
      <section className="section" aria-labelledby="submissions-title">
        <h2 id="submissions-title">报送件</h2>
        <DataTable
          caption="历次报送"
          rows={submissions}
          rowKey={(row) => row.id}
          empty={<EmptyState title="尚未报送" text="部门审核人报送后，每一次报送都会留存在这里，内容不再改变。" />}
          columns={[
            { key: 'number', head: '报送', cell: (row) => `第 ${row.number} 次`, isRowHead: true, isTight: true, width: 100 },
            {
              key: 'at',
              head: '报送时间',
              cell: (row) => (
                <>
                  <TimeText value={row.submittedAt} />
                  {row.late ? <span className="section-nav-late">　迟报</span> : null}
                </>
              ),
              width: 210,
            },
            { key: 'by', head: '报送人', cell: (row) => row.submittedBy ?? '—', width: 120 },
            { key: 'score', head: '系统测算', align: 'right', cell: (row) => <Figure value={row.score?.score} origin="computed" />, width: 96 },
            { key: 'self', head: '自评得分', align: 'right', cell: (row) => <Figure value={row.score?.selfScore} />, width: 96 },
            { key: 'grade', head: '等级', align: 'center', cell: (row) => <GradeTag grade={row.score?.grade ?? null} />, width: 64 },
            { key: 'findings', head: '核查问题', align: 'right', cell: (row) => row.score?.openFindings ?? '—', width: 96 },
            { key: 'hash', head: '内容校验值（SHA-256）', cell: (row) => <code title={row.snapshotHash}>{row.snapshotHash.slice(0, 16)}…</code> },
          ]}
        />
      </section>
      <section className="section" aria-labelledby="events-title">
        <h2 id="events-title">办理经过</h2>
        <DataTable
          caption="办理经过"
          rows={events}
          rowKey={(row) => row.id}
          empty={<EmptyState title="还没有办理记录" />}
          columns={[
            { key: 'at', head: '时间', cell: (row) => <TimeText value={row.at} />, isTight: true, width: 190 },
            { key: 'actor', head: '办理人', cell: (row) => row.actor, width: 140 },
            { key: 'action', head: '事项', cell: (row) => row.action, isTight: true, width: 140 },
            { key: 'detail', head: '内容', cell: (row) => (row.detail === '' ? <span className="figure-empty">—</span> : row.detail) },
          ]}
        />
      </section>
    </>
  );
}
