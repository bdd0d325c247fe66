/** Parts of one department's submission, in the order the bureau reads them; the chosen one lives in the URL as `?tab=`. */
export const REVIEW_TABS = {
  indicators: '指标评分',
  budget: '收支情况',
  projects: '项目自评',
  narrative: '报告正文',
  checks: '核查',
  history: '报送记录',
} as const;

export type ReviewTab = keyof typeof REVIEW_TABS;

/** An unknown or missing tab opens the first one. */
export function readReviewTab(text: string | null): ReviewTab {
  return text !== null && Object.hasOwn(REVIEW_TABS, text) ? (text as ReviewTab) : 'indicators';
}

/** Address of a tab on the same page; `more` are further parameters, e.g. the open project or receipt. */
export function reviewTabLink(tab: ReviewTab, more: Readonly<Record<string, string>> = {}): string {
  return `?${new URLSearchParams({ tab, ...more }).toString()}`;
}
