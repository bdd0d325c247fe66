import { ensureInstalledSpeaking } from './set-up/install.mjs';
import { reportFailure } from './set-up/refusal.mjs';
import { runTypeScript } from './set-up/run-typescript.mjs';

try {
  await ensureInstalledSpeaking();
  await runTypeScript('scripts/check/main.ts', process.argv.slice(2));
} catch (error) {
  reportFailure(error);
}
