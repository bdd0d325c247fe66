import { readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { clusterFolder } from '~/db/embedded/cluster-folder';
import { hashInputs } from '../build/hash-inputs';
import { rootFolder } from '../set-up/root-folder.mjs';
import type { Closers } from './closers';
import type { StartPlan } from './plan';
import { runScript } from './run-script';

const inputs = ['db/seed', 'app/services', 'scripts/load-demo.ts'];

interface LoadedDemo {
  readonly key: string;
  readonly accounts: string;
}

export interface DemoResult {
  readonly done: string;
  /** The table of accounts to print; empty without a demo. */
  readonly accounts: string;
}

/** Loading again changes nothing but takes seconds: into the embedded database only what has changed since is loaded. */
export async function loadDemo(plan: StartPlan, environment: Readonly<Record<string, string>>, closers: Closers): Promise<DemoResult> {
  if (!plan.isDemo) return { done: '未启用', accounts: '' };
  const place = path.join(plan.dataDir, 'postgres/demo.json');
  const key = plan.givenDatabase ? undefined : `${hashInputs(rootFolder, inputs)} ${clusterIdentity(plan)}`;
  const loaded = readLoaded(place);
  if (key !== undefined && loaded?.key === key) return { done: '已是最新', accounts: loaded.accounts };
  const script = { title: '载入演示数据', environment, closers };
  await runScript({ ...script, args: ['--import', 'tsx', 'scripts/load-demo.ts'] });
  const accounts = await runScript({ ...script, args: ['--import', 'tsx', 'scripts/load-demo.ts', '--print-accounts'] });
  if (key !== undefined) writeFileSync(place, JSON.stringify({ key, accounts } satisfies LoadedDemo), { mode: 0o600 });
  return { done: '完成', accounts };
}

/** Another cluster in the same place, new or brought back from a copy, holds other data. */
function clusterIdentity(plan: StartPlan): string {
  const cluster = statSync(clusterFolder(path.join(plan.dataDir, 'postgres')));
  return [cluster.ino, cluster.birthtimeMs].join(':');
}

function readLoaded(place: string): LoadedDemo | undefined {
  try {
    return JSON.parse(readFileSync(place, 'utf8')) as LoadedDemo;
  } catch {
    return undefined;
  }
}
