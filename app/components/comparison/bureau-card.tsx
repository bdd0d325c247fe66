import { DefinitionList } from '~/app/components/ui/definition-list';
import { Figure } from '~/app/components/ui/figure';
import { ProgressBar } from '~/app/components/ui/progress-bar';
import { RoundStateTag } from '~/app/components/ui/round-state-tag';
import type { Tone } from '~/app/components/ui/tag';
import { TimeText } from '~/app/components/ui/time-text';
import type { BureauColumn } from '~/app/domain/ranking/compare-bureaus';
import type { RoundState } from '~/app/domain/round/assignment-state';
import { type Grade, GRADE_NAMES, gradeSchema } from '~/app/domain/shared/grade';

const TONES: Readonly<Record<Grade, Tone>> = { excellent: 'green', good: 'blue', fair: 'gold', poor: 'red' };

export interface ShownRound {
  readonly bureauId: string;
  readonly roundName: string;
  readonly roundState: RoundState;
  readonly rankedAt: string;
  readonly rankingNumber: number;
  readonly isDemo: boolean;
}

/** One bureau at a glance: coverage, middle values, grades. */
export function BureauCard({ column, round }: { column: BureauColumn; round: ShownRound }) {
  return (
    <section className="bureau-card" aria-label={column.bureauName}>
      <h2>
        {column.bureauName} <RoundStateTag state={round.roundState} />
      </h2>
      <p className="secondary-text">
        {column.versionName} · 第 {round.rankingNumber} 次排名，<TimeText value={round.rankedAt} />
        {round.isDemo ? ' · 演示数据' : ''}
      </p>
      <DefinitionList
        columns={2}
        items={[
          { term: '已报送', value: `${column.submitted}/${column.total}${column.coverage === null ? '' : `（${column.coverage}%）`}` },
          { term: '最低 / 最高', value: column.spread === null ? '—' : `${column.spread.minimum}% / ${column.spread.maximum}%` },
          { term: '平均得分率', value: <Rate value={column.spread?.mean} /> },
          { term: '得分率中位数', value: <Rate value={column.spread?.median} /> },
        ]}
      />
      <div className="bureau-grades">
        <ProgressBar
          label="等级分布"
          total={column.submitted}
          text={null}
          parts={gradeSchema.options.map((grade) => ({ count: column.grades[grade].count, tone: TONES[grade], label: GRADE_NAMES[grade] }))}
        />
        <p>
          {gradeSchema.options.map((grade) => (
            <span key={grade}>
              {GRADE_NAMES[grade]} {column.grades[grade].count}
              <span className="secondary-text">（{column.grades[grade].share}%）</span>
            </span>
          ))}
        </p>
      </div>
    </section>
  );
}

function Rate({ value }: { value: string | undefined }) {
  return <Figure value={value} origin="computed" {...(value !== undefined && { unit: '%' })} />;
}
