import type { Page } from '@playwright/test';
import { readPdfPages } from '~/workers/pdf/testing/read-pdf';
import { expect, openRound, test, type TestBureau } from '../fixtures';

const DEPARTMENTS = [
  { code: 'tyj', name: '示例区体育局', score: '98.81', executed: '1,188.60' },
  { code: 'dag', name: '示例区档案馆', score: '95.65', executed: null },
  { code: 'dhjd', name: '示例区东湖街道办事处', score: '64.60', executed: null },
] as const;

/** Types every text of the example file into its cell, section by section, as a filler would. */
async function fillIn(page: Page, assignmentUrl: string, cells: Readonly<Record<string, string>>): Promise<void> {
  const pages = new Map<string, [string, string][]>();
  for (const cell of Object.entries(cells)) {
    const [section = '', project = ''] = cell[0].split('.');
    if (section === 'answers') continue;
    const path = section === 'projects' ? `projects/${project}` : section;
    pages.set(path, [...(pages.get(path) ?? []), cell]);
  }
  for (const [path, texts] of pages) {
    await page.goto(`${assignmentUrl}/${path}`);
    for (const [address, text] of texts) {
      const control = page.locator(`[data-cell="${address}"]`);
      if ((await control.evaluate((element) => element.tagName)) === 'SELECT') await control.selectOption(text);
      else await control.fill(text);
    }
    await page.locator('[data-cell]').first().focus();
    await expect(page.getByText(/已保存 \d\d:\d\d/)).toBeVisible();
  }
  await page.goto(`${assignmentUrl}/check`);
  for (const [address, text] of Object.entries(cells)) {
    if (!address.startsWith('answers.')) continue;
    await page.locator(`[data-cell="${address}"]`).fill(text);
    await page.locator(`[data-cell="${address}"]`).blur();
  }
}

async function reportTo(bureau: TestBureau, page: Page, signIn: (page: Page, account: string) => Promise<void>, department: string): Promise<void> {
  const cells = bureau.read.file.assignments.find((assignment) => assignment.department === department)!.cells;
  await signIn(page, await bureau.addPerson('department_editor', department));
  await page.getByRole('link', { name: '开始填报' }).click();
  await page.waitForURL(/assignments/);
  const assignmentUrl = page.url().replace(/\/basics.*$/, '');
  await fillIn(page, assignmentUrl, cells);
  await page.getByRole('button', { name: '送审', exact: true }).click();
  await expect(page.getByText('内部审核', { exact: true })).toBeVisible();
  await page.getByRole('button', { name: '退出登录' }).click();

  await signIn(page, await bureau.addPerson('department_approver', department));
  await page.getByRole('link', { name: '去审核' }).click();
  await page.getByRole('button', { name: '审核通过并报送' }).click();
  await expect(page.getByText('已报送', { exact: true })).toBeVisible();
  await page.getByRole('button', { name: '退出登录' }).click();
}

test('the annual round: issued to three departments, filled, submitted, scored, ranked, printed and compared', async ({ page, browser, makeBureau, signIn, userIdOf }) => {
  test.setTimeout(300_000);
  const bureau = await makeBureau('全程区财政局');
  await bureau.loadRound(openRound);
  const officer = await bureau.addPerson('bureau_officer');

  await test.step('the officer issues the next year’s round with the approved targets carried over', async () => {
    await signIn(page, officer);
    await page.goto('/bureau/rounds/new');
    await page.getByLabel('预算年度').fill('2025');
    await page.goto('/bureau/rounds/new?step=2');
    await page.getByRole('button', { name: '全选', exact: true }).click();
    await page.goto('/bureau/rounds/new?step=4');
    await page.getByRole('button', { name: '下达', exact: true }).click();
    await page.waitForURL(/\/bureau\/rounds\/[0-9a-f-]{36}$/);
    for (const { name } of DEPARTMENTS) await expect(page.getByRole('link', { name })).toBeVisible();
  });
  const board = page.url();

  for (const { code, name } of DEPARTMENTS) {
    await test.step(`${name} fills in, sends for approval and submits`, async () => {
      const own = await browser.newPage();
      await reportTo(bureau, own, signIn, code);
      await own.close();
    });
  }

  await test.step('scores appear, and the ranking is right', async () => {
    await page.goto(board);
    for (const { name, score } of DEPARTMENTS) await expect(page.getByRole('row', { name })).toContainText(score, { timeout: 30_000 });
    await page.getByRole('link', { name: '查看排名' }).click();
    await expect(page.getByText('排名依据：系统测算分', { exact: true })).toBeVisible({ timeout: 30_000 });
    const rows = page.locator('tbody tr');
    for (const [index, { name, score }] of DEPARTMENTS.entries()) {
      await expect(rows.nth(index)).toContainText(name);
      await expect(rows.nth(index)).toContainText(score);
      await expect(rows.nth(index).locator('td, th').first()).toHaveText(String(index + 1));
    }
  });

  await test.step('a score opens as a receipt, and the official PDF holds the figures', async () => {
    await page.goto(board);
    await page.getByRole('link', { name: DEPARTMENTS[0].name }).click();
    await expect(page.getByText('已生成')).toBeVisible({ timeout: 60_000 });
    const link = page.locator('a[href^="/reports/"]').first();
    const answer = await page.request.get((await link.getAttribute('href'))!.replace(/#.*$/, ''));
    expect(answer.headers()['content-type']).toBe('application/pdf');
    const pages = await readPdfPages(new Uint8Array(await answer.body()));
    const texts = pages.map((one) => one.lines.map((line) => line.text).join('').replaceAll(/\s/g, ''));
    expect(texts[0]).toContain('示例区体育局2025年');
    expect(texts.some((text) => text.includes('1,188.60万元'))).toBe(true);
    expect(texts.some((text) => text.includes('98.81分'))).toBe(true);
    expect(texts.at(-1)).not.toBe('');
  });

  await test.step('a reviewer granted two bureaus sees both, and only as granted', async () => {
    const other = await makeBureau('邻区财政局');
    await other.loadRound(openRound);
    const reviewer = await bureau.addPerson('reviewer');
    const userId = await userIdOf(reviewer);
    const own = await browser.newPage();
    await signIn(own, reviewer);
    await own.goto('/reviewer');
    await expect(own.getByText('全程区财政局', { exact: false }).first()).toBeVisible();
    await expect(own.getByText('邻区财政局')).toHaveCount(0);
    await bureau.grantReviewer(userId);
    await other.grantReviewer(userId);
    await expect(async () => {
      await own.goto('/reviewer?year=2024');
      await expect(own.getByText('邻区财政局').first()).toBeVisible({ timeout: 2_000 });
      await expect(own.locator('main').getByText('全程区财政局').first()).toBeVisible({ timeout: 2_000 });
      await expect(own.locator('main').getByText('98.81').first()).toBeVisible({ timeout: 2_000 });
    }).toPass({ timeout: 60_000 });
    await own.close();
  });
});
