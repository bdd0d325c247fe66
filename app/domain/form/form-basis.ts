import type { Snapshot } from './snapshot';

/** What decides the cells of a form: the pinned version, the project form and what was bound when the round was issued. */
export interface FormBasis extends Pick<Snapshot, 'system' | 'projectForm' | 'bindings' | 'projects'> {
  /** The fiscal year completes targets that name a month only; without it they stay words. */
  readonly round?: Pick<Snapshot['round'], 'fiscalYear'>;
}
