import type { AssignmentState } from '../round/assignment-state';
import type { Action } from './actions';
import type { Role } from './roles';

/** A fact about the membership and the thing acted on that a permission can stand on. */
export type Condition =
  /** The assignment belongs to the membership's own department. */
  | 'own_assignment'
  /** The project is implemented by the membership's own unit. */
  | 'own_project'
  /** A reviewer grant of the bureau is in force for this person and year. */
  | 'granted';

export interface Permission {
  /** Assignment states in which the action is allowed; `any` also covers actions that concern no assignment. */
  readonly states: 'any' | readonly AssignmentState[];
  readonly needs: readonly Condition[];
}

const always: Permission = { states: 'any', needs: [] };
const REPORTED: readonly AssignmentState[] = ['submitted', 'accepted'];
const OPEN_TO_FILLERS: readonly AssignmentState[] = ['not_started', 'filling'];

const own = (states: Permission['states'] = 'any'): Permission => ({ states, needs: ['own_assignment'] });
const ownProject = (states: Permission['states'] = 'any'): Permission => ({ states, needs: ['own_assignment', 'own_project'] });
const granted = (states: Permission['states'] = 'any'): Permission => ({ states, needs: ['granted'] });

const bureauReading: Partial<Record<Action, Permission>> = {
  'bureau.open': always,
  'indicator_system.view': always,
  'round.view': always,
  'assignment.view': always,
  'cells.read': always,
  'submission.view': always,
  'score.view': always,
  'ranking.view': always,
  'report.view': always,
  'report.render': always,
};

const departmentReading: Partial<Record<Action, Permission>> = {
  'department.open': always,
  'assignment.view': own(),
  'cells.read': own(),
  'submission.view': own(),
  'score.view': own(),
  'report.view': own(),
  'report.render': own(REPORTED),
};

/** Role × action → when it is allowed. What is not listed is refused. */
export const PERMISSIONS: Readonly<Record<Role, Partial<Record<Action, Permission>>>> = {
  bureau_officer: {
    ...bureauReading,
    'round.issue': always,
    'round.extend_deadline': { states: ['not_started', 'filling', 'in_approval'], needs: [] },
    'submission.return': { states: REPORTED, needs: [] },
    'submission.accept': { states: ['submitted'], needs: [] },
    'ranking.run': always,
  },
  bureau_admin: {
    ...bureauReading,
    'indicator_system.publish': always,
    'round.issue': always,
    'round.extend_deadline': { states: ['not_started', 'filling', 'in_approval'], needs: [] },
    'round.finalise': always,
    'round.publish': always,
    'submission.return': { states: REPORTED, needs: [] },
    'submission.accept': { states: ['submitted'], needs: [] },
    'ranking.run': always,
    'reviewer_grants.manage': always,
  },
  department_editor: {
    ...departmentReading,
    'cells.write': own(OPEN_TO_FILLERS),
    'assignment.send_for_approval': own(['filling']),
  },
  department_approver: {
    ...departmentReading,
    'assignment.return_to_filler': own(['in_approval']),
    'assignment.submit': own(['in_approval']),
  },
  unit_editor: {
    'department.open': always,
    'assignment.view': own(),
    'cells.read': ownProject(),
    'cells.write': ownProject(OPEN_TO_FILLERS),
  },
  reviewer: {
    'round.view': granted(),
    'submission.view': granted(REPORTED),
    'cells.read': granted(REPORTED),
    'score.view': granted(REPORTED),
    'ranking.view': granted(),
    'report.view': granted(REPORTED),
    'comparison.view': always,
  },
  system_admin: { 'accounts.manage': always },
  security_admin: { 'permissions.manage': always },
  audit_admin: { 'audit_log.view': always },
};
