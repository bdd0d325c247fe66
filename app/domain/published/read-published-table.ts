import { type PublishedTable, publishedTableSchema } from './published-table';

/** A table, or what is wrong with the file: each problem in Chinese, led by its path inside the file. */
export type PublishedTableReading = { readonly ok: true; readonly table: PublishedTable } | { readonly ok: false; readonly problem: string };

type Revive = (key: string, value: unknown, context?: { readonly source?: string }) => unknown;
const parseJson = JSON.parse as (text: string, revive: Revive) => unknown;

const SHOWN = 3;

/**
 * Reads the text of a JSON file. Figures may be JSON numbers: they are taken by the characters that stand in the file, so that no digit is lost and
 * 22.50 stays 22.50.
 */
export function readPublishedTable(text: string): PublishedTableReading {
  let content: unknown;
  try {
    content = parseJson(text.replace(/^\uFEFF/, ''), (_key, value, context) => (typeof value === 'number' ? (context?.source ?? String(value)) : value));
  } catch (error) {
    return { ok: false, problem: `不是有效的 JSON（${(error as Error).message}）` };
  }
  const parsed = publishedTableSchema.safeParse(content);
  if (parsed.success) return { ok: true, table: parsed.data };
  const { issues } = parsed.error;
  if (issues.some(({ path }) => path.length === 0)) return { ok: false, problem: `整个文件应为一张公布的自评表（JSON 对象），却是${kindOf(content)}` };
  const shown = issues.slice(0, SHOWN).map(({ path, message }) => `${pathText(path)} ${message}`);
  const more = issues.length - SHOWN;
  return { ok: false, problem: `${shown.join('；')}${more > 0 ? `；另有 ${more} 处` : ''}` };
}

function kindOf(content: unknown): string {
  if (Array.isArray(content)) return '列表';
  if (content === null) return ' null';
  return typeof content === 'string' ? '文本或数字' : '别的内容';
}

/** `indicators[3].weight`, as a person would look it up. */
function pathText(parts: readonly PropertyKey[]): string {
  return parts.map((part, index) => (typeof part === 'number' ? `[${part}]` : `${index === 0 ? '' : '.'}${String(part)}`)).join('');
}
