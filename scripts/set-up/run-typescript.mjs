import { spawn } from 'node:child_process';
import { node24, rootFolder } from './root-folder.mjs';

const forwarded = ['SIGINT', 'SIGTERM', 'SIGHUP'];

/**
 * Runs a TypeScript file under Node 24 and ends as it ends. Input and output are the caller's. The channel tells the child
 * when this process is killed; the working folder is the project's, the caller's own stands in INIT_CWD.
 */
export function runTypeScript(file, args) {
  const child = spawn(node24, ['--import', 'tsx', '--import', './scripts/set-up/end-with-parent.mjs', file, ...args], {
    cwd: rootFolder,
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
    env: { ...process.env, INIT_CWD: process.env.INIT_CWD ?? process.cwd() },
  });
  for (const signal of forwarded) process.on(signal, () => child.kill(signal));
  if (process.env.npm_lifecycle_event) whenOrphaned(() => child.kill('SIGTERM'));
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('exit', (code, signal) => {
      process.exitCode = signal ? 128 + (signal === 'SIGINT' ? 2 : 15) : (code ?? 1);
      resolve();
    });
  });
}

/** npm killed outright passes nothing on; that it is gone shows in who the parent is. */
function whenOrphaned(act) {
  const parent = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(timer);
    act();
  }, 500);
  timer.unref();
}
