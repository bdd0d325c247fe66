import { describe, expect, it } from 'vitest';
import { limitConcurrency } from './limit-concurrency';

function gate() {
  let open = () => {};
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { opened, open };
}

describe('limitConcurrency', () => {
  it('never has more tasks under way than the limit, and keeps the order', async () => {
    const run = limitConcurrency(2);
    const started: number[] = [];
    let underWay = 0;
    let most = 0;
    const gates = Array.from({ length: 6 }, gate);
    const all = gates.map(({ opened }, index) =>
      run(async () => {
        started.push(index);
        underWay += 1;
        most = Math.max(most, underWay);
        await opened;
        underWay -= 1;
        return index;
      }),
    );
    for (const { open } of gates) open();
    expect(await Promise.all(all)).toEqual([0, 1, 2, 3, 4, 5]);
    expect(started).toEqual([0, 1, 2, 3, 4, 5]);
    expect(most).toBe(2);
  });

  it('gives the place back when a task fails', async () => {
    const run = limitConcurrency(1);
    await expect(run(() => Promise.reject(new Error('no')))).rejects.toThrow('no');
    expect(await run(() => Promise.resolve('yes'))).toBe('yes');
  });
});
