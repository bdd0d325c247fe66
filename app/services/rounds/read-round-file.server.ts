import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { type IndicatorSystemVersion, indicatorSystemVersionSchema } from '~/app/domain/form/indicator-system-version';
import { type ProjectForm, projectFormSchema } from '~/app/domain/form/project-form';
import { roundFileProblems } from '~/app/domain/round/round-file-problems';
import { type RoundFile, roundFileSchema } from '~/app/domain/round/round-file';

/** A file that cannot be taken: names the file, the path inside it, and what is wrong there. */
export class RoundFileError extends Error {
  override readonly name = 'RoundFileError';
}

export interface ReadRoundFile {
  readonly file: RoundFile;
  readonly system: IndicatorSystemVersion;
  readonly projectForm: ProjectForm;
}

/** Reads a round file and what it refers to. References are relative to the file that makes them. */
export async function readRoundFile(fileName: string): Promise<ReadRoundFile> {
  const file = await readJson(fileName, roundFileSchema);
  const refer = (target: string): string => path.resolve(path.dirname(fileName), target);
  const system = 'file' in file.system ? await readJson(refer(file.system.file), indicatorSystemVersionSchema) : file.system;
  const projectForm = 'file' in file.projectForm ? await readJson(refer(file.projectForm.file), projectFormSchema) : file.projectForm;
  const problems = roundFileProblems(file, system, projectForm);
  if (problems.length > 0) throw new RoundFileError(`${fileName} 有 ${problems.length} 处内容不一致：\n${listed(problems)}`);
  return { file, system, projectForm };
}

/** Operators read these messages. */
const CHINESE = z.locales.zhCN().localeError;
const SHOWN = 10;

function listed(problems: readonly string[]): string {
  const more = problems.length - SHOWN;
  return [...problems.slice(0, SHOWN).map((problem) => `  ${problem}`), ...(more > 0 ? [`  另有 ${more} 处`] : [])].join('\n');
}

async function readJson<Schema extends z.ZodType>(fileName: string, schema: Schema): Promise<z.output<Schema>> {
  let text: string;
  try {
    text = await readFile(fileName, 'utf8');
  } catch {
    throw new RoundFileError(`读不到文件 ${fileName}，请核对路径。`);
  }
  let content: unknown;
  try {
    content = JSON.parse(text);
  } catch (error) {
    throw new RoundFileError(`${fileName} 不是有效的 JSON：${(error as Error).message}`);
  }
  const parsed = schema.safeParse(content, { error: CHINESE });
  if (parsed.success) return parsed.data;
  const { issues } = parsed.error;
  throw new RoundFileError(`${fileName} 有 ${issues.length} 处不符合格式：\n${listed(issues.map((issue) => `${pathText(issue.path)}：${issue.message}`))}`);
}

/** `assignments[0].cells["budget.executed"]`, as a person would look it up. */
function pathText(parts: readonly PropertyKey[]): string {
  const text = parts.map((part) => (typeof part === 'number' ? `[${part}]` : /^\w+$/.test(String(part)) ? `.${String(part)}` : `[${JSON.stringify(String(part))}]`)).join('');
  return text === '' ? '（文件顶层）' : text.replace(/^\./, '');
}
