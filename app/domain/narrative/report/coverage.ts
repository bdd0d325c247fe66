import type { ReportSection } from './outline';
import { leaveUnread, type Reading } from './read-cell';
import type { SectionRole } from './section-roles';

const REASONS: Readonly<Record<SectionRole, readonly [what: string, reason: string]>> = {
  attachments: ['附件', '附表和附件不读取'],
  container: ['章节开头的文字', '不属于任何一个小节'],
  other: ['不认识的章节', '标题不是自评报告的任何一部分'],
  budget: ['收支情况中的文字', '没有读出数字'],
  objectives: ['绩效目标中的文字', '不是指标，也不在总体目标中'],
  completion: ['完成情况中的文字', '不属于任何一个指标'],
  basics: ['部门职能', '没有归入填报项'],
  tasks: ['重点工作任务', '没有归入填报项'],
  conclusion: ['自评结论', '没有归入填报项'],
  achievements: ['主要工作成效', '没有归入填报项'],
  problems: ['存在的主要问题', '没有归入填报项'],
  measures: ['改进措施', '没有归入填报项'],
};

/** Names the unit of the figures below it; they say so in their assumptions. */
const UNIT_LINE = /^\(?单位:(?:万元|亿元|元)\)?$/;

/** Leaves every paragraph unread that no cell and no unread part touches, so that nothing is dropped silently. */
export function leaveUncovered(reading: Reading, sections: readonly ReportSection[]): void {
  const spans = [...reading.cells.values(), ...reading.unread].filter(({ start, end }) => end > start).sort((left, right) => left.start - right.start);
  let next = 0;
  let reached = -1;
  for (const { role, title, paragraphs } of sections) {
    for (const paragraph of paragraphs) {
      const start = paragraph.at[0]!;
      while (next < spans.length && spans[next]!.start < paragraph.end) {
        reached = Math.max(reached, spans[next]!.end);
        next += 1;
      }
      if (reached > start || UNIT_LINE.test(paragraph.text)) continue;
      const [what, reason] = REASONS[role];
      leaveUnread(reading, role === 'other' ? `${what}“${title}”` : what, reason, paragraph);
    }
  }
}
