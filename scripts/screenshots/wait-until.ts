import { setTimeout as pause } from 'node:timers/promises';
import type { Deps } from '~/app/services/deps.server';
import { SELF_EVALUATION_REPORT } from '~/app/services/reports/report-document';
import { listBoard } from '~/db/queries/board.server';
import { countReportsOfRound } from '~/db/queries/report-work.server';
import { withBureau } from '~/db/tenant.server';
import { Refusal } from '../set-up/refusal.mjs';
import { DEMO_BUREAUS, listRoundIds } from './places';

const POLL_MS = 500;
const READY_TRIES = 120;

export async function waitUntilReady(url: string): Promise<void> {
  for (let tries = 0; tries < READY_TRIES; tries += 1) {
    const isReady = await fetch(url).then((response) => response.ok, () => false);
    if (isReady) return;
    await pause(POLL_MS);
  }
  throw new Refusal(`网站没有就绪：${url}`);
}

/** Waits until everything reported is scored and every ordered report has an end, so that no page shows work under way. */
export async function waitUntilSettled(deps: Deps, say: (line: string) => void): Promise<void> {
  let shown = '';
  for (;;) {
    const open = await countOpenWork(deps);
    if (open === 0) return;
    const line = `等待评分与报告：还有 ${open} 项`;
    if (line !== shown) say((shown = line));
    await pause(POLL_MS * 4);
  }
}

async function countOpenWork(deps: Deps): Promise<number> {
  let open = 0;
  for (const bureauId of DEMO_BUREAUS) {
    for (const roundId of await listRoundIds(deps, bureauId)) {
      open += await withBureau(deps.db, bureauId, async (trx) => {
        const submissions = (await listBoard(trx, roundId)).flatMap(({ submission }) => (submission ? [submission] : []));
        const reports = await countReportsOfRound(trx, roundId, SELF_EVALUATION_REPORT);
        return submissions.filter(({ score }) => score === null).length + reports.queued + reports.rendering;
      });
    }
  }
  return open;
}
