import { ProgressBar } from '~/app/components/ui/progress-bar';
import type { ProgressCounts } from './round-types';

/** 已报送 of all, with the other states behind it in the same bar. */
export function RoundProgress({ counts }: { counts: ProgressCounts }) {
  const reported = counts.submitted + counts.accepted;
  return (
    <ProgressBar
      total={counts.total}
      label="报送进度"
      text={`已报送 ${reported}/${counts.total}`}
      parts={[
        { count: reported, tone: 'indigo', label: '已报送' },
        { count: counts.inApproval, tone: 'cyan', label: '内部审核' },
        { count: counts.filling, tone: 'blue', label: '填报中' },
      ]}
    />
  );
}

/** “已报送 78/104 · 逾期 3 · 退回 5 · 未开始 2” in words. */
export function countsText(counts: ProgressCounts): string {
  const parts = [`已报送 ${counts.submitted + counts.accepted}/${counts.total}`];
  if (counts.inApproval > 0) parts.push(`内部审核 ${counts.inApproval}`);
  if (counts.filling > 0) parts.push(`填报中 ${counts.filling}`);
  if (counts.notStarted > 0) parts.push(`未开始 ${counts.notStarted}`);
  if (counts.returned > 0) parts.push(`退回 ${counts.returned}`);
  if (counts.overdue > 0) parts.push(`逾期 ${counts.overdue}`);
  return parts.join(' · ');
}
