import { readFile } from 'node:fs/promises';
import { expect, notStarted, openRound, test } from '../fixtures';

const department = 'tyj';

test('typed text is saved by itself, survives a reload, and text that cannot be read stays and is marked', async ({ page, makeBureau, signIn }) => {
  const bureau = await makeBureau('自动保存区财政局');
  const { assignmentIds } = await bureau.loadRound(notStarted);
  await signIn(page, await bureau.addPerson('department_editor', department));
  await page.goto(`/department/assignments/${assignmentIds.get(department)}/budget`);

  await page.getByLabel('全年预算数').fill('1,200.00');
  await page.getByLabel('全年执行数', { exact: true }).fill('一千多万');
  await page.getByLabel('全年执行数', { exact: true }).press('Enter');
  await expect(page.getByText(/已保存 \d\d:\d\d/)).toBeVisible();
  await expect(page.getByLabel('全年执行数', { exact: true })).toHaveAttribute('aria-invalid', 'true');

  await page.reload();
  await expect(page.getByLabel('全年预算数')).toHaveValue('1,200.00');
  await expect(page.getByLabel('全年执行数', { exact: true })).toHaveValue('一千多万');
  await expect(page.getByText('“一千多万”', { exact: false })).toBeVisible();

  await page.getByLabel('全年执行数', { exact: true }).fill('1188.6');
  await expect(page.getByText('99.05')).toBeVisible();
});

test('a block from a spreadsheet fills cells downwards, and one undo takes it back', async ({ page, makeBureau, signIn }) => {
  const bureau = await makeBureau('粘贴区财政局');
  const { assignmentIds } = await bureau.loadRound(notStarted);
  await signIn(page, await bureau.addPerson('department_editor', department));
  await page.goto(`/department/assignments/${assignmentIds.get(department)}/budget`);
  const first = page.getByLabel('年初预算数');
  await first.focus();
  await first.evaluate((element, text) => {
    const data = new DataTransfer();
    data.setData('text/plain', text);
    element.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
  }, '1,180.00\r\n20.00\r\n1,200.00\r\n1,188.60\r\n');
  await expect(page.getByLabel('预算调整数')).toHaveValue('20.00');
  await expect(page.getByLabel('全年执行数', { exact: true })).toHaveValue('1,188.60');
  await page.keyboard.press('Control+z');
  await expect(page.getByLabel('全年执行数', { exact: true })).toHaveValue('');
  await expect(first).toHaveValue('');
});

test('two people in one cell: the second one chooses, nothing is overwritten silently', async ({ browser, makeBureau, signIn }) => {
  const bureau = await makeBureau('冲突区财政局');
  const { assignmentIds } = await bureau.loadRound(notStarted);
  const url = `/department/assignments/${assignmentIds.get(department)}/budget`;
  const [mine, theirs] = [await browser.newPage(), await browser.newPage()];
  await signIn(mine, await bureau.addPerson('department_editor', department));
  await signIn(theirs, await bureau.addPerson('department_editor', department));
  await mine.goto(url);
  await theirs.goto(url);
  await theirs.getByLabel('全年预算数').fill('100');
  await theirs.getByLabel('全年预算数').blur();
  await expect(theirs.getByText(/已保存/)).toBeVisible();
  await mine.getByLabel('全年预算数').fill('200');
  await mine.getByLabel('全年预算数').blur();
  await expect(mine.getByText('已改为“100”，您填的是“200”', { exact: false })).toBeVisible();
  await mine.getByRole('button', { name: '保留我填的' }).click();
  await expect(mine.getByText(/已保存/)).toBeVisible();
  await theirs.reload();
  await expect(theirs.getByLabel('全年预算数')).toHaveValue('200');
});

test('a lost connection loses nothing: the text is kept and sent when the server is back', async ({ page, makeBureau, signIn }) => {
  const bureau = await makeBureau('断网区财政局');
  const { assignmentIds } = await bureau.loadRound(notStarted);
  await signIn(page, await bureau.addPerson('department_editor', department));
  const url = `/department/assignments/${assignmentIds.get(department)}/budget`;
  await page.goto(url);
  await page.route('**/cells', (route) => route.abort());
  await page.getByLabel('全年预算数').fill('321');
  await page.getByLabel('全年预算数').blur();
  await expect(page.getByText('暂时连不上服务器', { exact: false })).toBeVisible();
  await page.unroute('**/cells');
  await page.getByRole('button', { name: '立即重试' }).click();
  await expect(page.getByText(/已保存 \d\d:\d\d/)).toBeVisible();
  await page.reload();
  await expect(page.getByLabel('全年预算数')).toHaveValue('321');
});

test('an unmet target leads from the finding to the cell, and the explanation clears it', async ({ page, makeBureau, signIn }) => {
  const bureau = await makeBureau('核查区财政局');
  const { assignmentIds } = await bureau.loadRound((file) => {
    const open = notStarted(file);
    return {
      ...open,
      assignments: open.assignments.map((assignment, index) => ({
        ...assignment,
        state: 'filling',
        cells: { ...file.assignments[index]!.cells, 'indicators.LZ-01.actual': '39万人次' },
      })),
    };
  });
  await signIn(page, await bureau.addPerson('department_editor', department));
  await page.goto(`/department/assignments/${assignmentIds.get(department)}/check`);
  const finding = page.getByText('未达目标（39 < 40 万人次）', { exact: false });
  await expect(finding).toBeVisible();
  await expect(page.getByRole('button', { name: '送审', exact: true })).toBeDisabled();
  await page.getByRole('link', { name: '开放体育场馆人次：偏差原因分析及改进措施' }).click();
  const reason = page.getByLabel('开放体育场馆人次：偏差原因分析及改进措施');
  await expect(reason).toBeFocused();
  await reason.fill('二季度主馆维修停放四十天，三季度起延长夜间开放时间。');
  await reason.blur();
  await page.getByRole('link', { name: '检查与报送' }).first().click();
  await expect(finding).toBeHidden();
  await expect(page.getByRole('button', { name: '送审', exact: true })).toBeEnabled();
});

test('the report preview shows the saved figures, and the Word document opens', async ({ page, makeBureau, signIn }) => {
  const bureau = await makeBureau('预览区财政局');
  const { assignmentIds } = await bureau.loadRound((file) => {
    const open = openRound(file);
    return { ...open, assignments: open.assignments.map((assignment) => ({ ...assignment, state: 'filling' })) };
  });
  await signIn(page, await bureau.addPerson('department_editor', department));
  await page.goto(`/department/assignments/${assignmentIds.get(department)}/report`);
  const document = page.frameLocator('iframe');
  await expect(document.getByText('1,188.60万元', { exact: false }).first()).toBeVisible();
  const download = page.waitForEvent('download');
  await page.getByRole('link', { name: '下载 Word 稿' }).click();
  const file = await download;
  expect(file.suggestedFilename()).toBe('示例区体育局2024年度部门整体支出绩效自评报告（草稿）.docx');
  const bytes = await readFile(await file.path());
  expect(bytes.subarray(0, 2).toString()).toBe('PK');
});
