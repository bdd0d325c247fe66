import type { AssignmentState } from '../round/assignment-state';
import type { Action } from './actions';
import { PERMISSIONS, type Condition } from './permissions';
import type { Role } from './roles';

/** Facts about the thing acted on. A fact that is not given counts as not true. */
export interface AccessContext {
  /** State of the assignment the action concerns. */
  readonly state?: AssignmentState;
  /** The assignment is one of the membership's own department. */
  readonly ownAssignment?: boolean;
  /** The cell belongs to a project that the membership's own unit implements. */
  readonly ownProject?: boolean;
  /** A reviewer grant is in force (not expired, not revoked, covers the fiscal year). */
  readonly granted?: boolean;
}

const FACTS: Readonly<Record<Condition, (context: AccessContext) => boolean>> = {
  own_assignment: (context) => context.ownAssignment === true,
  own_project: (context) => context.ownProject === true,
  granted: (context) => context.granted === true,
};

/**
 * Whether a membership with this role may do this. Default deny: no row in the matrix, a state outside the row, or a missing fact refuses.
 * Which bureau the rows belong to is decided before, by the session's membership; this function never widens it.
 */
export function can(role: Role, action: Action, context: AccessContext = {}): boolean {
  const permission = PERMISSIONS[role][action];
  if (!permission) return false;
  if (permission.states !== 'any' && (context.state === undefined || !permission.states.includes(context.state))) return false;
  return permission.needs.every((condition) => FACTS[condition](context));
}
