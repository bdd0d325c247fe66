import { Refusal } from '../set-up/refusal.mjs';
import { describeLog } from './supervise';
import type { Program, RunningProgram } from './program';

const timeoutMs = 60_000;

/** Waits for GET /readyz = 200; refuses when the web ends or does not get ready. */
export async function waitUntilReady(address: string, program: Program, running: RunningProgram): Promise<void> {
  let how: string | undefined;
  void running.ended.then((end) => (how = end));
  const until = Date.now() + timeoutMs;
  for (;;) {
    const answer = await probe(`${address}/readyz`);
    if (answer === undefined) return;
    if (how !== undefined) throw new Refusal(`${program.title}启动失败（${how}）。${describeLog(program, running)}`);
    if (Date.now() > until) {
      throw new Refusal(
        `${program.title}在 ${timeoutMs / 1000} 秒内没有就绪（${address}/readyz：${answer}）。${describeLog(program, running)}`,
      );
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

/** Undefined when ready, otherwise what was answered. */
async function probe(url: string): Promise<string | undefined> {
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(5_000) });
    const text = await response.text();
    return response.status === 200 ? undefined : `${response.status} ${text.slice(0, 200)}`;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}
