/**
 * The table of contents: URL → file, grouped by audience. `/healthz` and `/readyz` are answered before routing (app/http/health.server.ts).
 * An audience with a common frame is one `page` whose file draws the frame and an <Outlet />, with its pages as children.
 */
interface RouteEntry {
  readonly path?: string;
  readonly index?: true;
  readonly file: string;
  readonly children?: readonly RouteEntry[];
}

const page = (path: string, file: string, children?: readonly RouteEntry[]): RouteEntry => ({ path, file: `routes/${file}`, ...(children ? { children } : {}) });

const home = (file: string): RouteEntry => ({ index: true, file: `routes/${file}` });

const publicPages = [home('public/home.ts'), page('*', 'public/not-found.tsx')];

const account: RouteEntry[] = [
  page('sign-in', 'account/sign-in.tsx'),
  page('sign-out', 'account/sign-out.ts'),
  page('account/memberships', 'account/memberships.tsx'),
  page('account/password', 'account/password.tsx'),
];

const bureau: RouteEntry[] = [
  page('bureau', 'bureau/frame.tsx', [
    home('bureau/home.tsx'),
    page('rounds', 'bureau/rounds.tsx'),
    page('rounds/new', 'bureau/round-new.tsx'),
    page('rounds/:roundId', 'bureau/round.tsx'),
    page('rounds/:roundId/ranking', 'bureau/ranking.tsx'),
    page('rounds/:roundId/departments/:assignmentId', 'bureau/assignment.tsx'),
    page('departments', 'bureau/departments.tsx'),
    page('systems', 'bureau/systems.tsx'),
  ]),
  page('bureau/rounds/new/targets.xlsx', 'bureau/target-workbook.ts'),
  page('bureau/rounds/:roundId/ranking.xlsx', 'bureau/ranking-workbook.ts'),
];

const department: RouteEntry[] = [
  page('department', 'department/frame.tsx', [
    home('department/home.tsx'),
    page('assignments/:assignmentId', 'department/workspace.tsx', [
      page('basics', 'department/basics.tsx'),
      page('budget', 'department/budget.tsx'),
      page('indicators', 'department/indicators.tsx'),
      page('projects', 'department/projects.tsx'),
      page('projects/:projectCode', 'department/project.tsx'),
      page('narrative', 'department/narrative.tsx'),
      page('check', 'department/check.tsx'),
      page('report', 'department/report.tsx'),
    ]),
  ]),
  page('department/assignments/:assignmentId/cells', 'department/cells.ts'),
];

const reviewer: RouteEntry[] = [page('reviewer', 'reviewer/frame.tsx', [home('reviewer/comparison.tsx')])];

const checks: RouteEntry[] = [page('checks', 'checks/frame.tsx', [home('checks/catalogue.tsx')])];

const reports: RouteEntry[] = [page('reports/preview/:assignmentId', 'reports/preview.ts'), page('reports/word/:assignmentId', 'reports/word.ts'), page('reports/:reportId', 'reports/report.ts')];

const events: RouteEntry[] = [page('events', 'events/events.ts')];

const admin: RouteEntry[] = [
  page('admin', 'admin/frame.tsx', [
    page('accounts', 'admin/accounts.tsx'),
    page('accounts/new', 'admin/new-account.tsx'),
    page('accounts/:userId', 'admin/account.tsx'),
    page('security', 'admin/security.tsx'),
    page('audit', 'admin/audit.tsx'),
  ]),
  page('admin/audit.csv', 'admin/audit-csv.ts'),
];

export default [...publicPages, ...account, ...bureau, ...department, ...reviewer, ...checks, ...reports, ...admin, ...events];
