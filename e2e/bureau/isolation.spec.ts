import { expect, openRound, test } from '../fixtures';

test('an officer of another district sees nothing of this one: same answer as for what does not exist', async ({ page, makeBureau, signIn }) => {
  const first = await makeBureau('甲区财政局');
  const second = await makeBureau('乙区财政局');
  const { roundId, assignmentIds } = await first.loadRound(openRound);
  await signIn(page, await second.addPerson('bureau_officer'));
  await expect(page.getByText('还没有下达过自评任务', { exact: false }).first()).toBeVisible();
  const absent = '01900000-0000-7000-8000-000000000000';
  for (const path of [
    (id: string) => `/bureau/rounds/${id}`,
    (id: string) => `/bureau/rounds/${id}/ranking`,
    (id: string) => `/bureau/rounds/${roundId === id ? roundId : absent}/departments/${assignmentIds.get('tyj')}`,
  ]) {
    const foreign = await page.goto(path(roundId));
    expect(foreign?.status()).toBe(404);
    const foreignText = await page.locator('main, body').first().innerText();
    const missing = await page.goto(path(absent));
    expect(missing?.status()).toBe(404);
    expect((await page.request.get(path('no-such-id'))).status()).toBe(404);
    const reference = /[0-9A-Z]{12}/g;
    expect(foreignText.replace(reference, '')).toBe((await page.locator('main, body').first().innerText()).replace(reference, ''));
  }
});
