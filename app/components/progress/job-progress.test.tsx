import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { durationText } from './duration-text';
import { JobProgress, jobSentence, type JobCounts } from './job-progress';
import { createAttention, createDebounce } from './use-progress';

const counts = (changes: Partial<JobCounts> = {}): JobCounts => ({ waiting: 0, running: 0, done: 0, failed: 0, cancelled: 0, ...changes });

it.each([
  [0.2, '即将完成'],
  [3, '约 10 秒'],
  [50, '约 50 秒'],
  [51, '约 1 分钟'],
  [61, '约 2 分钟'],
  [3_600, '约 1 小时'],
  [3_900, '约 1 小时 5 分钟'],
])('%d seconds are %s', (seconds, text) => {
  expect(durationText(seconds)).toBe(text);
});

describe('what a job says', () => {
  it('names what it is doing, the counts and the time left', () => {
    expect(jobSentence('绩效自评报告', '份', counts({ waiting: 90, running: 2, done: 12 }), 130)).toBe('绩效自评报告：正在生成 2 份，等待 90 份；完成 12 份，剩余时间约 3 分钟。可以离开本页，处理会继续进行。');
  });

  it('ends with what was done and what failed', () => {
    expect(jobSentence('绩效自评报告', '份', counts({ done: 195, failed: 5 }), null)).toBe('绩效自评报告已处理完毕：完成 195 份，失败 5 份。');
  });

  it('has not begun', () => {
    expect(jobSentence('绩效自评报告', '份', counts(), null)).toBe('尚未生成绩效自评报告。');
  });
});

describe('the panel', () => {
  const panel = (changes: Partial<JobCounts>, failures: { id: string; name: string; cause: string }[] = []): string =>
    renderToStaticMarkup(<JobProgress name="绩效自评报告" measureWord="份" counts={counts(changes)} secondsLeft={null} failures={failures} cancel={{ intent: 'cancel-reports', round: 'r' }} retry={{ intent: 'retry-reports' }} />);

  it('offers to cancel while it runs and to retry what failed', () => {
    expect(panel({ waiting: 3 })).toContain('取消未完成的 3 份');
    expect(panel({ waiting: 3 })).toContain('<input type="hidden" name="round" value="r"/>');
    expect(panel({ waiting: 3 })).not.toContain('重试');
    expect(panel({ done: 1, failed: 2 })).toContain('重试失败的 2 份');
    expect(panel({ done: 1, failed: 2 })).not.toContain('取消未完成');
    expect(panel({ done: 4 })).not.toContain('<form');
  });

  it('shows why something failed', () => {
    expect(panel({ failed: 1 }, [{ id: '1', name: '荔湾区档案馆', cause: '没有找到可用的 Chromium 浏览器。' }])).toContain('荔湾区档案馆：没有找到可用的 Chromium 浏览器。');
  });
});

it('keeps news for the next input while nobody is at the page', () => {
  let [now, told] = [0, 0];
  const attention = createAttention(
    () => {
      told += 1;
    },
    () => now,
  );
  attention.news();
  expect(told).toBe(1);
  now = 11 * 60_000;
  attention.news();
  attention.news();
  expect(told).toBe(1);
  attention.input();
  attention.input();
  expect(told).toBe(2);
  attention.news();
  expect(told).toBe(3);
});

it('gathers a burst into one call, yet not for ever', async () => {
  let calls = 0;
  const called = new Promise<void>((resolve) => {
    const debounce = createDebounce(
      () => {
        calls += 1;
        if (calls === 2) resolve();
      },
      20,
      60,
    );
    // Poked faster than the quiet time, so only the longest wait lets it through.
    const poking = setInterval(debounce.poke, 5);
    void Promise.resolve().then(() => called.then(() => clearInterval(poking)));
    debounce.poke();
  });
  await called;
  expect(calls).toBe(2);
});
