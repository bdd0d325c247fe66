import { UiLink } from '~/app/components/ui/ui-host';
import { BudgetSheet } from './budget-sheet';
import { CheckList } from './check-list';
import { NarrativeSheet } from './narrative-sheet';
import { ProjectList } from './project-list';
import { ProjectSheet } from './project-sheet';
import { REVIEW_TABS, reviewTabLink, type ReviewTab } from './review-tabs';
import { ScoreTable } from './score-table';
import { SubmissionHistory, type ShownEvent, type ShownSubmission } from './submission-history';
import type { TabView } from './tab-view';

/** Tabs as links: each has an address, and back leads to the one before. */
export function ReviewTabs({ chosen, counts }: { chosen: ReviewTab; counts: Readonly<Partial<Record<ReviewTab, number>>> }) {
  return (
    <nav className="review-tabs" aria-label="报送内容">
      {Object.entries(REVIEW_TABS).map(([tab, label]) => {
        const count = counts[tab as ReviewTab] ?? 0;
        return (
          <UiLink key={tab} to={reviewTabLink(tab as ReviewTab)} aria-current={tab === chosen ? 'page' : undefined}>
            {label}
            {count > 0 ? <span className="review-tab-count">{count}</span> : null}
          </UiLink>
        );
      })}
    </nav>
  );
}

export interface ReviewContentProps {
  readonly view: TabView;
  readonly submissions: readonly ShownSubmission[];
  readonly events: readonly ShownEvent[];
  /** Code of the row whose receipt is open, '' for none. */
  readonly opened: string;
  readonly onOpen: (code: string) => void;
}

export function ReviewContent({ view, submissions, events, opened, onOpen }: ReviewContentProps) {
  switch (view.tab) {
    case 'indicators':
      return <ScoreTable caption="部门整体支出绩效自评指标表" rows={view.rows} total={view.total} fullWeight={view.fullWeight} opened={opened} onOpen={onOpen} />;
    case 'budget':
      return <BudgetSheet budget={view.budget} />;
    case 'projects':
      return view.opened === null ? (
        <ProjectList projects={view.projects} />
      ) : (
        <ProjectSheet project={view.opened} projects={view.projects} opened={opened} onOpen={onOpen} />
      );
    case 'narrative':
      return <NarrativeSheet facts={view.facts} texts={view.texts} />;
    case 'checks':
      return <CheckList view={view} />;
    case 'history':
      return <SubmissionHistory submissions={submissions} events={events} />;
  }
}
