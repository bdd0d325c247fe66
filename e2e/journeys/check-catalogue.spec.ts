import { expect, openRound, test } from '../fixtures';

test('a finding leads to the rule behind it, and the rules can be narrowed by group and level', async ({ page, makeBureau, signIn }) => {
  const bureau = await makeBureau('核查目录区财政局');
  const { assignmentIds } = await bureau.loadRound((file) => {
    const open = openRound(file);
    const [first, ...others] = open.assignments;
    return { ...open, assignments: [{ ...first!, state: 'filling', cells: { ...first!.cells, 'budget.year_end_carryover': '20.00' } }, ...others] };
  });
  await signIn(page, await bureau.addPerson('department_editor', 'tyj'));
  await page.goto(`/department/assignments/${assignmentIds.get('tyj')}/check`);
  await page.getByRole('link', { name: 'A04', exact: true }).first().click();
  await expect(page).toHaveURL(/\/checks#A04$/);
  const rule = page.getByRole('row', { name: /A04/ });
  await expect(rule).toBeFocused();
  await expect(rule).toBeInViewport();
  await expect(rule).toContainText('警告');
  await expect(rule).toContainText('书面说明');

  await page.getByRole('link', { name: /^A 资金勾稽/ }).click();
  await expect(page).toHaveURL(/group=A/);
  await page.getByRole('link', { name: /^提示/ }).click();
  await expect(page).toHaveURL(/group=A&level=I/);
  await expect(page.getByRole('row', { name: /^A03/ })).toBeVisible();
  await expect(page.getByRole('row', { name: /^A04/ })).toBeHidden();
  await page.getByRole('link', { name: /^G 填报完整性/ }).click();
  await expect(page.getByText('没有符合条件的规则')).toBeVisible();
  await page.goBack();
  await expect(page.getByRole('row', { name: /^A03/ })).toBeVisible();
});

test('bureau and reviewers find the rules in their menu, administrators do not', async ({ page, browser, makeBureau, signIn }) => {
  const bureau = await makeBureau('核查目录二区财政局');
  for (const role of ['bureau_officer', 'reviewer'] as const) {
    const context = await browser.newContext();
    const own = await context.newPage();
    await signIn(own, await bureau.addPerson(role));
    await own.getByRole('link', { name: '核查目录' }).click();
    await expect(own.getByRole('heading', { level: 1, name: '核查目录' })).toBeVisible();
    await context.close();
  }
  await signIn(page, await bureau.addPerson('security_admin'));
  await expect(page.getByRole('link', { name: '核查目录' })).toHaveCount(0);
  const answer = await page.goto('/checks');
  expect(answer?.status()).toBe(403);
});

test('the total opens its derivation, down to the points of every indicator', async ({ page, makeBureau, signIn }) => {
  const bureau = await makeBureau('总分推导区财政局');
  const { assignmentIds } = await bureau.loadRound((file) => ({ ...openRound(file), assignments: openRound(file).assignments.map((one) => ({ ...one, state: 'filling' as const })) }));
  await signIn(page, await bureau.addPerson('department_editor', 'tyj'));
  await page.goto(`/department/assignments/${assignmentIds.get('tyj')}/budget`);
  await page.getByRole('button', { name: /^总分 .*查看总分推导$/ }).click();
  const receipt = page.getByRole('complementary', { name: '部门整体支出绩效自评：总分推导' });
  await expect(receipt.getByRole('row', { name: /各项得分合计/ })).toContainText('6 项');
  await receipt.getByText('各项得分（6 项）').click();
  await expect(receipt.getByRole('row', { name: /部门预算资金支出率/ })).toContainText('19.81');
  await page.keyboard.press('Escape');
  await expect(receipt).toBeHidden();
  await expect(page.getByRole('button', { name: /查看总分推导/ })).toBeFocused();
});
