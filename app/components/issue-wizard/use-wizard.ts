import { useMemo, useState, useSyncExternalStore } from 'react';
import type { IssueProblem } from '~/app/domain/round/issue-verdict';
import { browserDraftStorage } from './draft-storage';
import { createDraftStore, type DraftStore, type HeldDraft } from './draft-store';
import { initialDraft } from './wizard-draft';
import type { WizardOptions } from './wizard-options';
import { headProblemsOf, notesOf, planOf, targetProblemsOf, type WizardPlan } from './wizard-plan';

export interface Wizard extends HeldDraft, Pick<DraftStore, 'change' | 'reset' | 'forget'> {
  readonly options: WizardOptions;
  /** The draft as it would be issued now. */
  readonly plan: WizardPlan;
  readonly problems: readonly IssueProblem[];
  /** Of each department of the plan, what its targets bring with them. */
  readonly notes: readonly (readonly string[])[];
}

export function useWizard(options: WizardOptions, membershipId: string): Wizard {
  const [store] = useState(() => createDraftStore(options, browserDraftStorage(membershipId)));
  const held = useSyncExternalStore(store.subscribe, store.current, store.initial);
  const { draft } = held;
  const plan = useMemo(() => planOf(draft, options), [draft, options]);
  const { departmentIds, imported, systemId, projectFormId } = draft;
  const fiscalYear = Number.isNaN(plan.fiscalYear) ? '' : draft.fiscalYear;
  // Judging the targets of a hundred departments takes longer than a key stroke may.
  const { targets, notes } = useMemo(() => {
    const judged = planOf({ ...initialDraft(options), departmentIds, imported, systemId, projectFormId, fiscalYear }, options);
    return { targets: targetProblemsOf(judged, options), notes: judged.departments.map((planned) => notesOf(planned, judged)) };
  }, [options, departmentIds, imported, systemId, projectFormId, fiscalYear]);
  const problems = useMemo(() => [...headProblemsOf(plan, options), ...targets], [plan, options, targets]);
  const { change, reset, forget } = store;
  return { ...held, options, plan, problems, notes, change, reset, forget };
}
