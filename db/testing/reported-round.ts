import type { Kysely } from 'kysely';
import { v7 as uuid } from 'uuid';
import { canonicalJson, hashOf } from '~/app/domain/form/canonical-json';
import type { Database } from '~/db/connection.server';
import { updateAssignment } from '~/db/queries/assignments.server';
import { insertSubmission } from '~/db/queries/submissions.server';
import { withBureau } from '~/db/tenant.server';
import { makeAssignment, makeBureau, makeCategory, makeDepartment, makeRound, makeSnapshot } from './factories';

export interface ReportedDepartment {
  readonly departmentId: string;
  readonly departmentName: string;
  readonly assignmentId: string;
  readonly submissionId: string;
}

export interface ReportedRound {
  readonly bureauId: string;
  readonly roundId: string;
  readonly departments: readonly ReportedDepartment[];
}

/** A bureau with one open round in which every department has reported and nothing is scored. Department n executed n hundredths less. */
export async function makeReportedRound(db: Kysely<Database>, count: number): Promise<ReportedRound> {
  const bureauId = await makeBureau(db);
  return withBureau(db, bureauId, async (trx) => {
    const categoryId = await makeCategory(trx);
    const { roundId } = await makeRound(trx);
    const departments: ReportedDepartment[] = [];
    for (let index = 0; index < count; index += 1) {
      const departmentName = `第${index + 1}部门`;
      const departmentId = await makeDepartment(trx, categoryId, { name: departmentName, sortOrder: index });
      const assignmentId = await makeAssignment(trx, roundId, departmentId, categoryId);
      await updateAssignment(trx, assignmentId, { state: 'submitted' });
      const executed = (10_000 - index).toString().padStart(5, '0').replace(/(\d\d)$/, '.$1');
      const base = makeSnapshot({ 'budget.annual_budget': '100', 'budget.executed': executed, 'indicators.LZ-01.actual': '10' });
      const snapshot = { ...base, department: { ...base.department, name: departmentName } };
      const submission = await insertSubmission(trx, { id: uuid(), assignmentId, snapshot, snapshotHash: hashOf(canonicalJson(snapshot)), submittedBy: null, late: false });
      departments.push({ departmentId, departmentName, assignmentId, submissionId: submission.id });
    }
    return { bureauId, roundId, departments };
  });
}
