import { spawn } from 'node:child_process';
import { node24, rootFolder } from '../set-up/root-folder.mjs';
import { Refusal } from '../set-up/refusal.mjs';
import type { Closers } from './closers';
import { lastLines } from './program';

/** Runs one program under Node 24 to its end and returns its standard output; a failure becomes a refusal with its last words. */
export async function runScript(input: {
  readonly title: string;
  readonly args: readonly string[];
  readonly environment: Readonly<Record<string, string>>;
  readonly closers: Closers;
}): Promise<string> {
  const child = spawn(node24, input.args, {
    cwd: rootFolder,
    env: { ...process.env, ...input.environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  let everything = '';
  child.stdout.on('data', (chunk: Buffer) => {
    output += chunk.toString('utf8');
    everything += chunk.toString('utf8');
  });
  child.stderr.on('data', (chunk: Buffer) => (everything += chunk.toString('utf8')));
  const ended = new Promise<string | undefined>((resolve) => {
    child.once('error', (error) => resolve(error.message));
    child.once('close', (code, signal) => resolve(code === 0 ? undefined : signal ? `信号 ${signal}` : `退出码 ${code}`));
  });
  input.closers.add(async () => {
    child.kill('SIGTERM');
    await ended;
  });
  const failure = await ended;
  if (failure !== undefined) throw new Refusal(`${input.title}失败（${failure}）：\n${tellingLines(everything, 20)}`);
  return output;
}

/** From the first line that speaks of a failure on; without one, the end. */
export function tellingLines(text: string, count: number): string {
  const lines = text.trimEnd().split('\n');
  const first = lines.findIndex((line) => /error|failed|could not|cannot/i.test(line));
  return first === -1 ? lastLines(text, count) : lines.slice(first, first + count).join('\n');
}
