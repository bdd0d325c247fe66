import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { readReport } from '~/app/domain/narrative/report/read-report';
import { decodeText } from './decode-text';
import { reportDocument, type ReportDocument } from './report-document';

/** What became of one file: its document, or a sentence that names the file and the place inside it. */
export type CheckedFile = { readonly ok: true; readonly document: ReportDocument } | { readonly ok: false; readonly message: string };

/** A report of a department has some ten thousand characters. */
const LARGEST_MB = 5;

/** Checks one file. `name` is the path as it was typed, relative to `folder`. */
export async function checkFile(name: string, folder: string): Promise<CheckedFile> {
  const file = path.resolve(folder, name);
  let bytes: Uint8Array;
  try {
    const { size } = await stat(file);
    if (size > LARGEST_MB * 1024 * 1024) return refuse(name, `超过 ${LARGEST_MB} MB，不是一份自评报告`);
    bytes = await readFile(file);
  } catch (error) {
    return refuse(name, reasonOf(error as NodeJS.ErrnoException));
  }
  const decoded = decodeText(bytes);
  if (!decoded.ok) return refuse(name, decoded.problem);
  const report = readReport(decoded.text);
  if (!report.isReport) return refuse(name, '从第 1 行起没有找到绩效自评报告的标题，也没有找到它的章节（收支情况、绩效目标、自评结论、主要问题等）');
  return { ok: true, document: reportDocument(report) };
}

const refuse = (name: string, problem: string): CheckedFile => ({ ok: false, message: `${name}：${problem}。` });

function reasonOf({ code }: NodeJS.ErrnoException): string {
  if (code === 'ENOENT' || code === 'ENOTDIR') return '找不到这个文件';
  if (code === 'EISDIR') return '是文件夹，应为一个文本文件';
  return code === 'EACCES' ? '没有读取这个文件的权限' : '读不出这个文件';
}
