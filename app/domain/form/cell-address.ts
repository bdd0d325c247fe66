import { z } from 'zod';

/**
 * The address of a cell: dotted path, e.g. `budget.executed`, `indicators.LZ-03.actual`, `indicators.GL-01.inputs.assessed_new`,
 * `projects.P07.funding.annual_budget`, `narrative.problems`, `answers.C02.LZ-04`.
 */
export const cellAddressSchema = z
  .string()
  .max(120)
  .regex(/^[a-z]+(\.[A-Za-z0-9_-]+)+$/)
  .brand<'CellAddress'>();
export type CellAddress = z.infer<typeof cellAddressSchema>;

export function cellAddress(text: string): CellAddress {
  return cellAddressSchema.parse(text);
}

/** Cells of one indicator are `<prefix>.<field>`; the prefix is one of the three below. */
export type IndicatorField = 'actual' | 'tier' | 'judged_points' | 'self_score' | 'self_score_reason' | 'deviation';

/** `indicators.LZ-03`: a leaf of the department's indicator table. */
export const indicatorPrefix = (code: string): string => `indicators.${code}`;
/** `projects.P07.indicators.I01`: an indicator of one project. */
export const projectIndicatorPrefix = (project: string, code: string): string => projectIndicators(project) + code;
/** What the prefixes of all indicators of a project begin with. */
export const projectIndicators = (project: string): string => `projects.${project}.indicators.`;
/** `projects.P07.execution`: the budget-execution line of one project. */
export const projectExecutionPrefix = (project: string): string => `projects.${project}.execution`;

const [POINT, LETTER_E, LETTER_F, LETTER_I, LETTER_P] = [0x2e, 0x65, 0x66, 0x69, 0x70];
const PROJECT_CODE = 'projects.'.length;

/**
 * Whether an address may be one of a leaf or of a project's funds: `indicators.…`, and `indicators.…`, `execution.…` and `funding.…` of a project. Told by the
 * first letters, for no other cells of a form begin with them: this is asked of every cell of a form.
 */
export function isOfLeafOrFunds(address: string): boolean {
  const first = address.charCodeAt(0);
  if (first !== LETTER_P) return first === LETTER_I;
  let at = PROJECT_CODE;
  while (at < address.length && address.charCodeAt(at) !== POINT) at += 1;
  const within = address.charCodeAt(at + 1);
  return within === LETTER_I || within === LETTER_E || within === LETTER_F;
}

export function fieldAddress(prefix: string, field: IndicatorField): CellAddress {
  return `${prefix}.${field}` as CellAddress;
}

export function inputAddress(prefix: string, key: string): CellAddress {
  return `${prefix}.inputs.${key}` as CellAddress;
}

/** The rows of a project's funds table: the total, and the three sources below it. */
export const FUNDING_ROWS = ['total', 'fiscal_appropriation', 'prior_year_carryover', 'other'] as const;
export type FundingRow = (typeof FUNDING_ROWS)[number];
export const FUNDING_COLUMNS = ['initial_budget', 'annual_budget', 'executed'] as const;
export type FundingColumn = (typeof FUNDING_COLUMNS)[number];

/** `projects.P07.funding`: what the cells of a project's funds table begin with. */
export const projectFundingPrefix = (project: string): string => `projects.${project}.funding`;

/** The total row has no row name in its address: `projects.P07.funding.annual_budget`. */
export function projectFundingAddress(project: string, row: FundingRow, column: FundingColumn): CellAddress {
  const field = row === 'total' ? column : `${row}.${column}`;
  return `${projectFundingPrefix(project)}.${field}` as CellAddress;
}

export function projectGoalAddress(project: string): CellAddress {
  return `projects.${project}.goal_actual` as CellAddress;
}
