import type { ReactElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, test } from 'vitest';
import { DataTable } from './data-table';
import { DeadlineText } from './deadline-text';
import { Figure } from './figure';
import { GradeTag } from './grade-tag';
import { readMenuFold } from './menu-fold';
import { ProgressBar } from './progress-bar';
import { StateTag } from './state-tag';
import { TimeText } from './time-text';

const markup = (element: ReactElement) => renderToStaticMarkup(element);
const text = (element: ReactElement) => markup(element).replace(/<[^>]*>/g, '');

describe('Figure', () => {
  test('marks computed, negative and locked figures, and shows a dash for none', () => {
    expect(markup(<Figure value="94.975" digits={2} origin="computed" />)).toBe('<span class="figure figure-computed">94.98</span>');
    expect(markup(<Figure value="-1" />)).toContain('figure-negative');
    expect(text(<Figure value="1200" digits={2} unit="万元" lockReason="年初批复" />)).toBe('已锁定：年初批复1,200.00万元');
    expect(text(<Figure value={null} />)).toBe('—');
  });
});

describe('times', () => {
  test('are read in Asia/Shanghai, whatever the machine thinks', () => {
    expect(text(<TimeText value="2025-04-07T16:30:00Z" />)).toBe('2025年4月8日 00:30');
    expect(text(<TimeText value="2025-04-07T16:30:00Z" form="date" />)).toBe('2025年4月8日');
    expect(text(<TimeText value="2025-04-07T16:30:00Z" form="time" />)).toBe('00:30');
    expect(text(<TimeText value={null} />)).toBe('—');
  });

  test.each([
    ['2025-04-08T15:59:59Z', '2025-04-02T02:00:00Z', '距截止 6 天', 'deadline-far'],
    ['2025-04-08T15:59:59Z', '2025-04-06T02:00:00Z', '距截止 2 天', 'deadline-near'],
    ['2025-04-08T15:59:59Z', '2025-04-08T15:59:59Z', '今日截止', 'deadline-near'],
    ['2025-04-08T15:59:59Z', '2025-04-10T02:00:00Z', '逾期 2 天', 'deadline-late'],
  ])('a deadline of %s seen at %s reads %s', (deadline, now, words, tone) => {
    expect(text(<DeadlineText deadline={deadline} now={now} />)).toBe(words);
    expect(markup(<DeadlineText deadline={deadline} now={now} />)).toContain(tone);
  });

  test('a deadline that is met shows its date alone', () => {
    expect(text(<DeadlineText deadline="2025-04-08T15:59:59Z" now="2025-05-01T00:00:00Z" isDone />)).toBe('2025年4月8日');
  });
});

describe('tags', () => {
  test('keep the state beside its flags', () => {
    expect(text(<StateTag state="filling" isReturned isOverdue />)).toBe('填报中已退回逾期');
    expect(text(<StateTag state="accepted" />)).toBe('已通过');
    expect(text(<GradeTag grade="excellent" />)).toBe('优');
    expect(text(<GradeTag grade={null} />)).toBe('—');
  });
});

describe('ProgressBar', () => {
  test('says its parts to those who do not see it, and survives an empty total', () => {
    const bar = markup(<ProgressBar label="报送进度" total={104} parts={[{ count: 78, tone: 'indigo', label: '已报送' }, { count: 0, tone: 'blue', label: '填报中' }]} />);
    expect(bar).toContain('aria-label="报送进度：共 104，已报送 78，填报中 0"');
    expect(bar).toContain('width:75%');
    expect(bar).toContain('78/104');
    expect(text(<ProgressBar label="x" total={0} parts={[{ count: 0, tone: 'blue', label: 'y' }]} />)).toBe('0/0');
  });
});

describe('DataTable', () => {
  const table = (rows: readonly { id: string }[], more: { isLoading?: boolean; error?: string } = {}) =>
    text(
      <DataTable caption="部门" columns={[{ key: 'id', head: '编号', cell: (row) => row.id }]} rows={rows} rowKey={(row) => row.id} empty="还没有部门" foot={[['合计']]} {...more} />,
    );

  test('shows rows, or why there are none, never both', () => {
    expect(table([{ id: 'A1' }])).toBe('部门编号A1合计');
    expect(table([])).toBe('部门编号还没有部门');
    expect(table([], { isLoading: true })).toBe('部门编号');
    expect(table([], { error: '请刷新页面。' })).toBe('部门编号 没有读取成功请刷新页面。');
  });
});

test.each([
  [null, 'auto'],
  ['hengji_menu=folded', 'folded'],
  ['a=b; hengji_menu=open; c=d', 'open'],
  ['xhengji_menu=open', 'auto'],
  ['hengji_menu=<script>', 'auto'],
])('the menu remembers from the cookie %j: %s', (cookie, fold) => {
  expect(readMenuFold(cookie)).toBe(fold);
});
