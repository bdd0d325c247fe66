import type { Page } from '@playwright/test';
import type { Places } from './places';

export interface PageToPicture {
  /** Name of the picture. */
  readonly name: string;
  /** Demo account that looks at it; null before sign-in. */
  readonly as: string | null;
  readonly path: (places: Places) => string;
  /** What a person does before the page looks as it should. */
  readonly act?: (page: Page) => Promise<unknown>;
}

const page = (name: string, as: string | null, path: PageToPicture['path'], act?: PageToPicture['act']): PageToPicture => ({ name, as, path, ...(act && { act }) });
const wizardStep = (step: number): PageToPicture => page(`issue-${step}`, 'lw-officer', () => `/bureau/rounds/new?step=${step}`);
const review = (name: string, query: string, year = 2024, department = 'scjg'): PageToPicture => page(name, 'lw-officer', (places) => `${places.review(year, department)}${query}`);
const workspace = (name: string, part: string, as = 'scjg-editor', year = 2025, department = 'scjg', act?: PageToPicture['act']): PageToPicture =>
  page(name, as, (places) => `${places.workspace(year, department)}/${part}`, act);
const openReceipt = (of: string) => (shown: Page) => shown.getByRole('button', { name: new RegExp(`^${of}.*查看`) }).last().click();

/** Every page, in the order of a year: from sign-in over issuing, filling, reviewing and ranking to the administrators. */
export const PAGES: readonly PageToPicture[] = [
  page('sign-in', null, () => '/sign-in'),
  page('memberships', 'two-bureaus', () => '/account/memberships'),
  page('password', 'lw-officer', () => '/account/password'),
  page('not-found', 'lw-officer', () => '/bureau/no-such-page'),
  page('bureau-home', 'lw-officer', () => '/bureau'),
  page('bureau-rounds', 'lw-officer', () => '/bureau/rounds'),
  page('bureau-departments', 'lw-officer', () => '/bureau/departments'),
  page('bureau-systems', 'lw-officer', () => '/bureau/systems'),
  wizardStep(1),
  wizardStep(2),
  wizardStep(3),
  wizardStep(4),
  page('round-board', 'lw-officer', (places) => places.round(2025)),
  page('round-board-finished', 'lw-officer', (places) => places.round(2024)),
  review('review-to-decide', '', 2025, 'sfj'),
  review('review-filling', '', 2025, 'scjg'),
  review('review-indicators', '?tab=indicators'),
  review('review-receipt', '?tab=indicators&item=LZ-02'),
  review('review-total', '?tab=indicators&item=total'),
  review('review-budget', '?tab=budget'),
  review('review-projects', '?tab=projects'),
  review('review-project', '?tab=projects&project=P01'),
  review('review-narrative', '?tab=narrative'),
  review('review-checks', '?tab=checks'),
  review('review-history', '?tab=history'),
  page('ranking', 'lw-officer', (places) => `${places.round(2024)}/ranking`),
  page('department-home', 'scjg-editor', () => '/department'),
  workspace('workspace-basics', 'basics'),
  workspace('workspace-budget', 'budget'),
  workspace('workspace-indicators', 'indicators'),
  workspace('workspace-receipt', 'indicators', 'scjg-editor', 2024, 'scjg', openReceipt('商事主体数')),
  workspace('workspace-projects', 'projects'),
  workspace('workspace-project', 'projects/P01'),
  workspace('workspace-narrative', 'narrative'),
  workspace('workspace-check', 'check'),
  workspace('workspace-report', 'report'),
  workspace('workspace-unreadable', 'indicators', 'jyj-editor', 2025, 'jyj'),
  workspace('workspace-locked', 'indicators', 'hljd-editor', 2025, 'hljd'),
  page('approver-home', 'hljd-approver', () => '/department'),
  workspace('approver-check', 'check', 'hljd-approver', 2025, 'hljd'),
  workspace('unit-projects', 'projects', 'zhiji-editor'),
  page('check-catalogue', 'scjg-editor', () => '/checks'),
  page('reviewer-comparison', 'reviewer', () => '/reviewer'),
  page('admin-accounts', 'lw-sysadmin', () => '/admin/accounts'),
  page('admin-new-account', 'lw-sysadmin', () => '/admin/accounts/new'),
  page('admin-account', 'lw-sysadmin', () => '/admin/accounts', (shown) => shown.getByRole('link', { name: /陈晓岚/ }).first().click()),
  page('admin-security', 'lw-secadmin', () => '/admin/security'),
  page('admin-audit', 'lw-auditor', () => '/admin/audit'),
];
