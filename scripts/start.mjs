import { ensureInstalled } from './set-up/install.mjs';
import { checkPort } from './set-up/port.mjs';
import { step } from './set-up/progress.mjs';
import { reportFailure } from './set-up/refusal.mjs';
import { runTypeScript } from './set-up/run-typescript.mjs';
import { startSteps } from './set-up/start-steps.mjs';

/** Runs on whatever Node the system has and on built-ins only; scripts/start/main.ts goes on under Node 24. */
try {
  await checkPort(process.env);
  await step(1, startSteps, '安装依赖', async () => ((await ensureInstalled()) ? undefined : { done: '已是最新' }));
  await runTypeScript('scripts/start/main.ts', process.argv.slice(2));
} catch (error) {
  reportFailure(error);
}
