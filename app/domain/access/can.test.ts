import { describe, expect, it } from 'vitest';
import { assignmentStateSchema, type AssignmentState } from '../round/assignment-state';
import { ACTIONS, BUSINESS_ACTIONS, type Action } from './actions';
import { can, type AccessContext } from './can';
import { ADMINISTRATOR_ROLES, conflictingRoles } from './conflicting-roles';
import { roleSchema, type Role } from './roles';

const STATES: readonly AssignmentState[] = assignmentStateSchema.options;

/**
 * The expected table, written apart from the matrix: per role and action the states with every fact true (n not_started, f filling,
 * a in_approval, s submitted, c accepted), and after "/" the facts without which it is refused (o own assignment, p own project, g grant).
 */
const EXPECTED: Record<Role, Partial<Record<Action, string>>> = {
  bureau_officer: {
    'bureau.open': 'nfasc', 'indicator_system.view': 'nfasc', 'round.view': 'nfasc', 'round.issue': 'nfasc', 'round.extend_deadline': 'nfa',
    'submission.return': 'sc', 'submission.accept': 's', 'ranking.run': 'nfasc', 'assignment.view': 'nfasc', 'cells.read': 'nfasc',
    'submission.view': 'nfasc', 'score.view': 'nfasc', 'ranking.view': 'nfasc', 'report.view': 'nfasc', 'report.render': 'nfasc',
  },
  bureau_admin: {
    'bureau.open': 'nfasc', 'indicator_system.view': 'nfasc', 'indicator_system.publish': 'nfasc', 'round.view': 'nfasc', 'round.issue': 'nfasc',
    'round.extend_deadline': 'nfa', 'round.finalise': 'nfasc', 'round.publish': 'nfasc', 'submission.return': 'sc', 'submission.accept': 's',
    'ranking.run': 'nfasc', 'assignment.view': 'nfasc', 'cells.read': 'nfasc', 'submission.view': 'nfasc', 'score.view': 'nfasc',
    'ranking.view': 'nfasc', 'report.view': 'nfasc', 'report.render': 'nfasc', 'reviewer_grants.manage': 'nfasc',
  },
  department_editor: {
    'department.open': 'nfasc', 'assignment.view': 'nfasc/o', 'cells.read': 'nfasc/o', 'cells.write': 'nf/o', 'assignment.send_for_approval': 'f/o',
    'submission.view': 'nfasc/o', 'score.view': 'nfasc/o', 'report.view': 'nfasc/o', 'report.render': 'sc/o',
  },
  department_approver: {
    'department.open': 'nfasc', 'assignment.view': 'nfasc/o', 'cells.read': 'nfasc/o', 'assignment.return_to_filler': 'a/o', 'assignment.submit': 'a/o',
    'submission.view': 'nfasc/o', 'score.view': 'nfasc/o', 'report.view': 'nfasc/o', 'report.render': 'sc/o',
  },
  unit_editor: { 'department.open': 'nfasc', 'assignment.view': 'nfasc/o', 'cells.read': 'nfasc/op', 'cells.write': 'nf/op' },
  reviewer: {
    'round.view': 'nfasc/g', 'submission.view': 'sc/g', 'cells.read': 'sc/g', 'score.view': 'sc/g', 'ranking.view': 'nfasc/g', 'report.view': 'sc/g',
    'comparison.view': 'nfasc',
  },
  system_admin: { 'accounts.manage': 'nfasc' },
  security_admin: { 'permissions.manage': 'nfasc' },
  audit_admin: { 'audit_log.view': 'nfasc' },
};

const LETTER: Record<AssignmentState, string> = { not_started: 'n', filling: 'f', in_approval: 'a', submitted: 's', accepted: 'c' };
const FACT_SETS: readonly AccessContext[] = [0, 1, 2, 3, 4, 5, 6, 7].map((bits) => ({
  ownAssignment: (bits & 1) !== 0,
  ownProject: (bits & 2) !== 0,
  granted: (bits & 4) !== 0,
}));

function expected(role: Role, action: Action, context: AccessContext): boolean {
  const cell = EXPECTED[role][action];
  if (cell === undefined) return false;
  const [states = '', needs = ''] = cell.split('/');
  if (!context.state || !states.includes(LETTER[context.state])) return false;
  return (!needs.includes('o') || context.ownAssignment === true) && (!needs.includes('p') || context.ownProject === true) && (!needs.includes('g') || context.granted === true);
}

describe('can', () => {
  it.each(roleSchema.options)('%s: every action in every state with every combination of facts', (role) => {
    for (const action of ACTIONS) {
      for (const state of STATES) {
        for (const facts of FACT_SETS) {
          const context = { ...facts, state };
          expect(can(role, action, context), `${role} ${action} ${JSON.stringify(context)}`).toBe(expected(role, action, context));
        }
      }
    }
  });

  it('refuses an action that depends on the state when no state is given', () => {
    expect(can('department_editor', 'cells.write', { ownAssignment: true })).toBe(false);
    expect(can('bureau_officer', 'submission.accept')).toBe(false);
  });

  it('gives the three administrators no business action', () => {
    for (const role of ADMINISTRATOR_ROLES) {
      for (const action of BUSINESS_ACTIONS) {
        for (const state of STATES) expect(can(role, action, { state, ownAssignment: true, ownProject: true, granted: true })).toBe(false);
      }
    }
  });

  it('lets a reviewer change nothing', () => {
    const verbs = ACTIONS.filter((action) => !/\.(view|read|open)$/.test(action));
    for (const action of verbs) {
      for (const state of STATES) expect(can('reviewer', action, { state, ownAssignment: true, ownProject: true, granted: true })).toBe(false);
    }
  });
});

describe('conflictingRoles', () => {
  it('names every pair of administrators', () => {
    expect(conflictingRoles(['audit_admin', 'system_admin', 'security_admin'])).toEqual([
      ['system_admin', 'security_admin'],
      ['system_admin', 'audit_admin'],
      ['security_admin', 'audit_admin'],
    ]);
  });
  it('keeps administrators away from business roles', () => {
    expect(conflictingRoles(['bureau_officer', 'system_admin'])).toEqual([['bureau_officer', 'system_admin']]);
  });
  it('allows business roles together and the same role in two bureaus', () => {
    expect(conflictingRoles(['bureau_officer', 'reviewer', 'department_editor'])).toEqual([]);
    expect(conflictingRoles(['system_admin', 'system_admin'])).toEqual([]);
  });
});
