import type { Member } from '~/app/auth/member';
import { writeTargetSheets } from '~/app/domain/round/target-sheets-write';
import type { Deps } from '../deps.server';
import { getIssueOptions } from './get-issue-options.server';
import { writeTargetWorkbook } from './target-workbook-write.server';

/** 审批目标表 prefilled with what was approved last for the departments with these codes; unknown codes are left out, none means all. */
export async function exportTargetWorkbook(deps: Deps, member: Member, codes: readonly string[]): Promise<Buffer> {
  const { departments, carried, projectForms, bureauName } = await getIssueOptions(deps, member);
  const chosen = departments.filter((department) => codes.length === 0 || codes.includes(department.code));
  const texts = writeTargetSheets(
    chosen.map(({ id, code, name }) => ({ departmentCode: code, departmentName: name, bindings: carried[id]?.bindings ?? [], projects: carried[id]?.projects ?? [] })),
  );
  return writeTargetWorkbook(texts, { bureauName, primaries: projectForms[0]?.content.primaries ?? [] });
}
