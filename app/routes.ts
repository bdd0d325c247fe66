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

const publicPages = [home('public/home.ts')];

const account: RouteEntry[] = [
  page('sign-in', 'account/sign-in.tsx'),
  page('sign-out', 'account/sign-out.ts'),
  page('account/memberships', 'account/memberships.tsx'),
];

const bureau: RouteEntry[] = [];

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
    ]),
  ]),
  page('department/assignments/:assignmentId/cells', 'department/cells.ts'),
];

const reviewer: RouteEntry[] = [];

const events: RouteEntry[] = [page('events', 'events/events.ts')];

const admin: RouteEntry[] = [];

export default [...publicPages, ...account, ...bureau, ...department, ...reviewer, ...admin, ...events];
