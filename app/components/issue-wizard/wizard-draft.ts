import type { WizardOptions, WizardScope } from './wizard-options';

/** What the officer has chosen and typed. null in `name` and `notice`: not touched, so that they follow year and deadlines. */
export interface WizardDraft {
  readonly fiscalYear: string;
  readonly name: string | null;
  readonly systemId: string;
  readonly projectFormId: string;
  /** Asia/Shanghai, as the native inputs hold them: 2025-05-30 and 18:00. */
  readonly approvalDate: string;
  readonly approvalTime: string;
  readonly submissionDate: string;
  readonly submissionTime: string;
  readonly notice: string | null;
  readonly departmentIds: readonly string[];
  /** By department id: targets taken over from a workbook. */
  readonly imported: Readonly<Record<string, WizardScope>>;
}

const CHINA_OFFSET_MS = 8 * 3_600_000;
const DAY_MS = 86_400_000;
const APPROVAL_DAYS = 14;
const SUBMISSION_DAYS = 21;

/** The first working day (by the week alone) that many days from now, in Asia/Shanghai. */
function workingDay(now: string, days: number): string {
  const clock = new Date(Date.parse(now) + CHINA_OFFSET_MS + days * DAY_MS);
  const weekday = clock.getUTCDay();
  const shift = weekday === 6 ? 2 : weekday === 0 ? 1 : 0;
  return new Date(clock.getTime() + shift * DAY_MS).toISOString().slice(0, 10);
}

/** Everything prefilled: the year after the newest round, its departments, the newest system, working-day deadlines. */
export function initialDraft(options: WizardOptions): WizardDraft {
  const latest = options.latestFiscalYear;
  const thisYear = new Date(Date.parse(options.now) + CHINA_OFFSET_MS).getUTCFullYear();
  return {
    fiscalYear: String(latest === null ? thisYear - 1 : latest + 1),
    name: null,
    systemId: options.systems[0]?.id ?? '',
    projectFormId: options.projectForms[0]?.id ?? '',
    approvalDate: workingDay(options.now, APPROVAL_DAYS),
    approvalTime: '18:00',
    submissionDate: workingDay(options.now, SUBMISSION_DAYS),
    submissionTime: '18:00',
    notice: null,
    departmentIds: lastScope(options),
    imported: {},
  };
}

/** Departments of the newest round. */
export function lastScope({ departments, carried, latestFiscalYear }: WizardOptions): string[] {
  return departments.filter(({ id }) => carried[id] !== undefined && carried[id].fromFiscalYear === latestFiscalYear).map(({ id }) => id);
}

export function defaultName(fiscalYear: string): string {
  return `${fiscalYear}年度财政资金支出绩效自评`;
}

/** The instant a date and a time in Asia/Shanghai mean; an invalid Date while one of them is empty. */
export function instantOf(date: string, time: string): Date {
  return new Date(`${date}T${time.slice(0, 5)}:00+08:00`);
}

/** A stored draft without what the bureau no longer has. */
export function fitToOptions(draft: WizardDraft, options: WizardOptions): WizardDraft {
  const known = new Set(options.departments.map(({ id }) => id));
  const begin = initialDraft(options);
  return {
    ...draft,
    systemId: options.systems.some(({ id }) => id === draft.systemId) ? draft.systemId : begin.systemId,
    projectFormId: options.projectForms.some(({ id }) => id === draft.projectFormId) ? draft.projectFormId : begin.projectFormId,
    departmentIds: draft.departmentIds.filter((id) => known.has(id)),
    imported: Object.fromEntries(Object.entries(draft.imported).filter(([id]) => known.has(id))),
  };
}
