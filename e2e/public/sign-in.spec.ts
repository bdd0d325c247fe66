import { expect, test } from '../fixtures';

test('without signing in every page leads to the sign-in page and back', async ({ page, makeBureau, signIn }) => {
  const bureau = await makeBureau('登录区财政局');
  const officer = await bureau.addPerson('bureau_officer');
  await page.goto('/bureau/rounds');
  await expect(page).toHaveURL(/\/sign-in\?redirectTo=/);
  await signIn(page, officer);
  await expect(page).toHaveURL(/\/bureau$/);
  await page.getByRole('button', { name: '退出登录' }).click();
  await page.goto('/bureau');
  await expect(page).toHaveURL(/\/sign-in/);
});

test('five wrong passwords lock the account, and the page says until when', async ({ page, makeBureau }) => {
  const bureau = await makeBureau('锁定区财政局');
  const officer = await bureau.addPerson('bureau_officer');
  await page.goto('/sign-in');
  for (let attempt = 0; attempt < 6; attempt += 1) {
    await page.getByLabel('账号').fill(officer);
    await page.getByLabel('密码', { exact: true }).fill(`wrong-${attempt}`);
    const answered = page.waitForResponse((response) => response.request().method() === 'POST');
    await page.getByRole('button', { name: '登录', exact: true }).click();
    await answered;
    await expect(page.getByRole('alert')).toBeVisible();
    await expect(page.getByLabel('账号')).toHaveValue(officer);
  }
  await expect(page.getByRole('alert')).toContainText('已锁定到');
});

test('a person of one area is refused in another', async ({ page, makeBureau, signIn }) => {
  const bureau = await makeBureau('权限区财政局');
  await signIn(page, await bureau.addPerson('department_editor', 'tyj'));
  const response = await page.goto('/bureau/rounds');
  expect(response?.status()).toBe(403);
  await expect(page.getByText('您现在的身份不能查看', { exact: false })).toBeVisible();
});
