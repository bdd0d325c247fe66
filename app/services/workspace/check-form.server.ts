import { runChecks } from '~/app/domain/checks/run-checks';
import type { CheckResult } from '~/app/domain/checks/finding';
import type { Snapshot } from '~/app/domain/form/snapshot';
import { createLiveScorer } from '~/app/domain/scoring/live-scorer';
import type { LiveScoreSheet } from '~/app/domain/scoring/score-sheet';

/** Scores and checks a form as it stands: the same domain code the browser ran while it was typed. */
export function checkForm(snapshot: Snapshot): { sheet: LiveScoreSheet; checks: CheckResult } {
  const sheet = createLiveScorer(snapshot).score(snapshot.cells);
  return { sheet, checks: runChecks(snapshot, sheet) };
}

/** The first few findings that stand in the way, as reasons a page can show. */
export function blockingMessages(checks: CheckResult): string[] {
  const open = checks.findings.filter((finding) => finding.level === 'E' || (finding.level === 'W' && finding.answered === ''));
  const shown = open.slice(0, 5).map((finding) => finding.message);
  return open.length > shown.length ? [...shown, `另有 ${open.length - shown.length} 条，请到“检查与报送”逐条处理。`] : shown;
}
