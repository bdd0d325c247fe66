import { spawn } from 'node:child_process';
import type { RunAs } from './run-as';
import { serverEnvironment } from './run-to-end';

/**
 * Waits for the end of its standard input, which comes when this process dies, however it dies. Only a server that still
 * holds the cluster's lock file is signalled, so a reused process id is safe.
 */
const script = `
read -r _
holds_lock() { read -r holder < postmaster.pid && [ "$holder" = "$1" ]; }
if holds_lock "$1" 2>/dev/null; then kill -s "$2" "$1" 2>/dev/null; fi
while kill -0 "$1" 2>/dev/null && holds_lock "$1" 2>/dev/null; do sleep 0.1; done
if [ -n "$3" ]; then cd / && rm -rf "$3"; fi
`;

/** Stops the server when this process ends without having done so, even after SIGKILL. */
export function startWatchdog(input: { pid: number; cluster: string; runAs: RunAs; disposableFolder: string | undefined }): {
  dismiss(): void;
} {
  const folder = input.disposableFolder ?? '';
  // Files to be thrown away need no orderly end.
  const stopSignal = folder ? 'QUIT' : 'INT';
  const child = spawn('/bin/sh', ['-c', script, 'hengji-watchdog', String(input.pid), stopSignal, folder], {
    cwd: input.cluster,
    env: serverEnvironment,
    stdio: ['pipe', 'ignore', 'ignore'],
    detached: true,
    // Only the caller's own user may remove the caller's temporary folder.
    ...(input.disposableFolder ? {} : input.runAs),
  });
  // Without it the next start still recovers, so a failure here is not one of the start.
  child.on('error', () => undefined);
  child.stdin?.on('error', () => undefined);
  child.unref();
  const pipe = child.stdin as unknown as { unref?: () => void } | null;
  pipe?.unref?.();
  return {
    dismiss: () => {
      child.kill('SIGKILL');
      child.stdin?.destroy();
    },
  };
}
