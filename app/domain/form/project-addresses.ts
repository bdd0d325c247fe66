import { remembering } from '../shared/remember';
import type { CellAddress } from './cell-address';
import { LeafAddresses } from './leaf-addresses';

/** The rows of a project's funds table: the total, and the three sources below it. */
export const FUNDING_ROWS = ['total', 'fiscal_appropriation', 'prior_year_carryover', 'other'] as const;
export type FundingRow = (typeof FUNDING_ROWS)[number];
export const FUNDING_COLUMNS = ['initial_budget', 'annual_budget', 'executed'] as const;
export type FundingColumn = (typeof FUNDING_COLUMNS)[number];

/** Projects are P01, P02 … in every department: their addresses are put together once. */
const [MAX_PROJECTS, MAX_INDICATORS] = [100, 60];
const MAX_CELLS = FUNDING_ROWS.length * FUNDING_COLUMNS.length;

/** The cells of one project by what they belong to. */
class ProjectAddresses {
  /** `projects.P07.execution`: the budget-execution line. */
  readonly execution: LeafAddresses;
  /** `projects.P07.funding`: the funds table; its total row has no row name. */
  readonly funding: (row: FundingRow, column: FundingColumn) => CellAddress;
  /** `projects.P07.indicators.I01`. */
  readonly indicator: (code: string) => LeafAddresses;
  readonly goal: CellAddress;

  constructor(code: string) {
    const project = `projects.${code}`;
    this.execution = new LeafAddresses(`${project}.execution`);
    const funds = remembering(MAX_CELLS, (field) => `${project}.funding.${field}` as CellAddress);
    this.funding = (row, column) => funds(row === 'total' ? column : `${row}.${column}`);
    this.indicator = remembering(MAX_INDICATORS, (indicator) => new LeafAddresses(`${project}.indicators.${indicator}`));
    this.goal = `${project}.goal_actual` as CellAddress;
  }
}

export const projectAddresses = remembering(MAX_PROJECTS, (code) => new ProjectAddresses(code));
