import { ensureInstalledSpeaking } from './set-up/install.mjs';
import { reportFailure } from './set-up/refusal.mjs';
import { runTypeScript } from './set-up/run-typescript.mjs';

/** node scripts/run.mjs FILE.ts [argument …]: the set-up first, then the file under Node 24. */
try {
  const [file, ...args] = process.argv.slice(2);
  await ensureInstalledSpeaking();
  await runTypeScript(file, args);
} catch (error) {
  reportFailure(error);
}
