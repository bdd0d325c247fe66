import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { readPublishedTable } from '~/app/domain/published/read-published-table';
import { scorePublishedTable, type ScoredPublishedTable } from '~/app/domain/published/score-published-table';

/** What became of one file: its document, or a sentence that names the file and the place inside it. */
export type FileResult = { readonly ok: true; readonly document: ScoredPublishedTable } | { readonly ok: false; readonly message: string };

/** Scores one file. `name` is the path as it was typed, relative to `folder`. */
export async function scoreFile(name: string, folder: string): Promise<FileResult> {
  let text: string;
  try {
    text = await readFile(path.resolve(folder, name), 'utf8');
  } catch (error) {
    return { ok: false, message: `${name}：${reasonOf(error as NodeJS.ErrnoException)}。` };
  }
  const reading = readPublishedTable(text);
  return reading.ok ? { ok: true, document: scorePublishedTable(reading.table) } : { ok: false, message: `${name}：${reading.problem}。` };
}

function reasonOf({ code }: NodeJS.ErrnoException): string {
  if (code === 'ENOENT' || code === 'ENOTDIR') return '找不到这个文件';
  if (code === 'EISDIR') return '是文件夹，应为一个 JSON 文件';
  return code === 'EACCES' ? '没有读取这个文件的权限' : '读不出这个文件';
}
