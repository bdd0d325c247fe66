import type { WizardScope } from './wizard-options';

export type UploadAnswer =
  | { readonly ok: true; readonly scopes: readonly (WizardScope & { readonly departmentId: string })[] }
  | { readonly ok: false; readonly errors: readonly string[]; readonly more: number };

export const TARGET_WORKBOOK_URL = '/bureau/rounds/new/targets.xlsx';
const MAX_BYTES = 5 * 1024 * 1024;

const refusal = (error: string): UploadAnswer => ({ ok: false, errors: [error], more: 0 });

/** Has a filled workbook read; nothing is stored by that. Every refusal holds at least one sentence. */
export async function uploadWorkbook(file: File, projectFormId: string): Promise<UploadAnswer> {
  if (file.size > MAX_BYTES) return refusal(`“${file.name}”超过 5 MB，请删去图片等无关内容后再导入。`);
  const body = new FormData();
  body.set('file', file);
  body.set('projectFormId', projectFormId);
  try {
    const response = await fetch(TARGET_WORKBOOK_URL, { method: 'POST', body });
    if (response.status === 401) return refusal('登录已过期。已填内容保存在本页，请在新标签页登录后回到这里重新导入。');
    if (response.status === 413) return refusal(`“${file.name}”过大，请删去图片等无关内容后再导入。`);
    const answer = (await response.json()) as UploadAnswer;
    if (answer.ok || answer.errors.length > 0) return answer;
  } catch {
    // Said below: the connection broke, the file went away while being read, or the answer is no answer of ours.
  }
  return refusal('没有导入成功：与服务器的连接中断，或者文件在选择后又被改动。请重新选择文件再试。');
}
