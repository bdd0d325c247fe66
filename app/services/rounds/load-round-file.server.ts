import { randomBytes } from 'node:crypto';
import type { Member } from '~/app/auth/member';
import { hashPassword } from '~/app/auth/password.server';
import type { Role } from '~/app/domain/access/roles';
import { type AssignmentState, assignmentStateSchema } from '~/app/domain/round/assignment-state';
import type { RoundFileAssignment } from '~/app/domain/round/round-file';
import { resolveDeadline } from '~/app/domain/shared/deadline';
import { type AssignmentRecord, listAssignmentsOfRound } from '~/db/queries/assignments.server';
import { insertAuditEvent, listAuditEvents } from '~/db/queries/audit-events.server';
import { getDatabaseTime } from '~/db/queries/clock.server';
import { finaliseRound, listRounds } from '~/db/queries/rounds.server';
import { findUserByAccountName, insertUser } from '~/db/queries/users.server';
import { withBureau } from '~/db/tenant.server';
import type { Deps } from '../deps.server';
import { acceptSubmission } from '../review/accept-submission.server';
import type { MoveResult } from '../workspace/move-result';
import { saveCells } from '../workspace/save-cells.server';
import { sendForApproval } from '../workspace/send-for-approval.server';
import { submitSelfEvaluation } from '../workspace/submit-self-evaluation.server';
import { issueRound } from './issue-round.server';
import { type PreparedBureau, prepareBureau, unitKey } from './prepare-bureau.server';
import { type ReadRoundFile, RoundFileError } from './read-round-file.server';

export interface LoadedRound {
  readonly bureauId: string;
  readonly roundId: string;
  /** By department code. */
  readonly assignmentIds: ReadonlyMap<string, string>;
  readonly isNew: boolean;
}

const IMPORT_ACCOUNT = 'round-import';
const LOADED = 'round.load';
const ORDER = assignmentStateSchema.options;

/**
 * Loads a round file through the use cases people use: issue, fill, send, submit, accept. A round that was loaded whole is left alone; one
 * whose loading was cut off goes on where it stopped. What a use case refuses stops the load with its reasons; `onProgress` hears of each
 * department.
 */
export async function loadRoundFile(
  deps: Deps,
  read: ReadRoundFile,
  onProgress: (done: number, total: number, departmentName: string) => void = () => undefined,
): Promise<LoadedRound> {
  const { file } = read;
  const bureau = await prepareBureau(deps, read);
  const known = await findKnown(deps, bureau.bureauId, file.round);
  if (known?.isWhole) return { bureauId: bureau.bureauId, roundId: known.roundId, assignmentIds: new Map(), isNew: false };
  const userId = await importUser(deps);
  const roundId = known?.roundId ?? (await issue(deps, read, bureau, userId));
  const course = await withBureau(deps.db, bureau.bureauId, (trx) => listAssignmentsOfRound(trx, roundId));
  const deadline = new Date(course[0]!.round.submissionDeadline);

  const assignmentIds = new Map<string, string>();
  for (const [index, assignment] of file.assignments.entries()) {
    const department = bureau.departments.get(assignment.department)!;
    const current = course.find((one) => one.department.id === department.id);
    if (!current) throw new RoundFileError(`assignments[${index}]（${department.name}）不在已下达的任务范围内。`);
    onProgress(index, file.assignments.length, department.name);
    const as = (role: Role): Member => ({
      userId,
      displayName: '数据导入',
      bureauId: bureau.bureauId,
      bureauName: file.bureau.name,
      membershipId: userId,
      sessionId: '',
      role,
      ...(role.startsWith('department') && { departmentId: department.id, departmentName: department.name }),
    });
    await bringTo(deps, as, assignment, current, deadline, `assignments[${index}]（${department.name}）`);
    assignmentIds.set(assignment.department, current.id);
  }
  onProgress(file.assignments.length, file.assignments.length, '');
  await withBureau(deps.db, bureau.bureauId, async (trx) => {
    if (file.round.state === 'finalised') await finaliseRound(trx, roundId);
    await insertAuditEvent(trx, { id: deps.ids(), actorUserId: userId, action: LOADED, subjectKind: 'round', subjectId: roundId });
  });
  return { bureauId: bureau.bureauId, roundId, assignmentIds, isNew: true };
}

async function issue(deps: Deps, { file }: ReadRoundFile, bureau: PreparedBureau, userId: string): Promise<string> {
  const now = new Date(await getDatabaseTime(deps.db));
  const issued = await issueRound(
    deps,
    { bureauId: bureau.bureauId, userId },
    {
      fiscalYear: file.round.fiscalYear,
      name: file.round.name,
      notice: file.round.notice,
      indicatorSystemVersionId: bureau.indicatorSystemVersionId,
      projectFormId: bureau.projectFormId,
      approvalDeadline: resolveDeadline(file.round.approvalDeadline, now).toISOString(),
      submissionDeadline: resolveDeadline(file.round.submissionDeadline, now).toISOString(),
      allowsPastDeadlines: true,
      departments: file.assignments.map((assignment, index) => ({
        departmentId: required(bureau.departments.get(assignment.department), `assignments[${index}].department`, assignment.department).id,
        bindings: assignment.bindings,
        projects: assignment.projects.map((project) => ({
          ...project,
          unitId: project.implementingUnit === null ? null : (bureau.unitIds.get(unitKey(assignment.department, project.implementingUnit)) ?? null),
        })),
      })),
    },
  );
  if (!issued.ok) throw new RoundFileError(`不能下达：\n  ${issued.reasons.join('\n  ')}`);
  return issued.roundId;
}

async function bringTo(
  deps: Deps,
  as: (role: Role) => Member,
  assignment: RoundFileAssignment,
  current: AssignmentRecord,
  submissionDeadline: Date,
  where: string,
): Promise<void> {
  const { state } = assignment;
  const assignmentId = current.id;
  const reached = ORDER.indexOf(current.state);
  const isBehind = (next: AssignmentState): boolean => reached < ORDER.indexOf(next);
  const cells = Object.entries(assignment.cells).map(([address, typedText]) => ({ address, typedText, baseVersion: 0 }));
  if (state === 'not_started') return;
  if (cells.length > 0 && isBehind('in_approval')) {
    const saved = await saveCells(deps, as('department_editor'), { assignmentId, cells });
    const refused = saved.ok ? saved.refused.map((one) => `${one.address}：${one.reason}`) : [saved.reason];
    if (refused.length > 0) throw new RoundFileError(`${where} 的填报内容不能保存：\n  ${refused.join('\n  ')}`);
  }
  if (state === 'filling') return;
  if (isBehind('in_approval')) expectMoved(await sendForApproval(deps, as('department_editor'), { assignmentId }), `${where} 不能送审`);
  if (state === 'in_approval') return;
  const days = assignment.submittedDaysBeforeDeadline;
  const submittedAt = days === undefined ? undefined : new Date(submissionDeadline.getTime() - days * 86_400_000).toISOString();
  if (isBehind('submitted')) {
    const submitted = await submitSelfEvaluation(deps, as('department_approver'), { assignmentId, ...(submittedAt !== undefined && { submittedAt }) });
    expectMoved(submitted, `${where} 不能报送`);
  }
  if (state === 'submitted') return;
  if (isBehind('accepted')) expectMoved(await acceptSubmission(deps, as('bureau_officer'), { assignmentId }), `${where} 不能通过`);
}

function expectMoved(result: MoveResult, what: string): void {
  if (!result.ok) throw new RoundFileError(`${what}：\n  ${result.reasons.join('\n  ')}`);
}

function required<Value>(value: Value | undefined, where: string, code: string): Value {
  if (value === undefined) throw new RoundFileError(`${where}：departments 里没有代码为 ${code} 的部门。`);
  return value;
}

async function findKnown(deps: Deps, bureauId: string, round: { fiscalYear: number; name: string }): Promise<{ roundId: string; isWhole: boolean } | null> {
  return withBureau(deps.db, bureauId, async (trx) => {
    const found = (await listRounds(trx)).find((one) => one.fiscalYear === round.fiscalYear && one.name === round.name);
    if (!found) return null;
    const events = await listAuditEvents(trx, { limit: 100, subject: { kind: 'round', id: found.id } });
    return { roundId: found.id, isWhole: events.some((event) => event.action === LOADED) };
  });
}

/** The name loaded data carries in its history. Its password is random and kept nowhere: nobody can sign in with it. */
async function importUser(deps: Deps): Promise<string> {
  const known = await findUserByAccountName(deps.db, IMPORT_ACCOUNT);
  if (known) return known.id;
  const id = deps.ids();
  const passwordHash = await hashPassword(randomBytes(32).toString('base64'));
  try {
    await insertUser(deps.db, { id, accountName: IMPORT_ACCOUNT, email: null, displayName: '数据导入', passwordHash, isDemo: false });
    return id;
  } catch (error) {
    // Of two files loaded at once, one is first.
    const first = await findUserByAccountName(deps.db, IMPORT_ACCOUNT);
    if (!first) throw error;
    return first.id;
  }
}
