import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, openRound, test } from '../fixtures';

const WCAG_21_AA = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'];

async function expectAccessible(page: Page, path: string): Promise<void> {
  await test.step(path, async () => {
    await page.goto(path);
    // The report preview is a sealed document of its own that no script can enter.
    const { violations } = await new AxeBuilder({ page }).setLegacyMode().exclude('iframe').options({ iframes: false, runOnly: WCAG_21_AA }).analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(' ')).slice(0, 5).join(', ')}`)).toEqual([]);
  });
}

test('an officer’s pages meet WCAG 2.1 AA', async ({ page, makeBureau, signIn }) => {
  const bureau = await makeBureau('无障碍区财政局');
  const { roundId, assignmentIds } = await bureau.loadRound(openRound);
  await expectAccessible(page, '/sign-in');
  await signIn(page, await bureau.addPerson('bureau_officer'));
  const round = `/bureau/rounds/${roundId}`;
  const review = `${round}/departments/${assignmentIds.get('tyj')}`;
  const receipts = ['LZ-01', 'total'].map((item) => `${review}?tab=indicators&item=${item}`);
  const pages = ['/bureau', '/bureau/rounds', '/bureau/rounds/new', '/bureau/rounds/new?step=3', round, `${round}/ranking`, review, ...receipts, `${review}?tab=checks`];
  for (const path of [...pages, '/bureau/departments', '/bureau/systems', '/checks', '/checks?group=G&level=I']) {
    await expectAccessible(page, path);
  }
});

test('a filler’s pages meet WCAG 2.1 AA', async ({ page, makeBureau, signIn }) => {
  const bureau = await makeBureau('无障碍填报区财政局');
  const { assignmentIds } = await bureau.loadRound((file) => {
    const open = openRound(file);
    return { ...open, assignments: open.assignments.map((assignment) => ({ ...assignment, state: 'filling' })) };
  });
  await signIn(page, await bureau.addPerson('department_editor', 'tyj'));
  const root = `/department/assignments/${assignmentIds.get('tyj')}`;
  for (const path of ['/department', ...['basics', 'budget', 'indicators', 'projects', 'projects/P01', 'narrative', 'check', 'report'].map((section) => `${root}/${section}`)]) {
    await expectAccessible(page, path);
  }
});
