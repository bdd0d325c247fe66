import type { CellAddress } from '../form/cell-address';
import { findFigures } from '../narrative/find-figures';
import type { NameFinder } from '../narrative/find-names';
import type { ListItem } from '../narrative/list-items';
import type { Passage } from '../narrative/prose';
import { quoteOf } from '../narrative/sentences';
import type { Check, CheckOutcome } from './check';
import { allLeaves, type CheckContext, type Leaf, projectTables } from './check-context';
import { leafNameFinder } from './leaf-names';
import { itemsOf, passagesWith } from './prose-passages';

const PROBLEMS = 'narrative.problems' as CellAddress;
/** Words of names that name nothing in particular. */
const GENERAL =
  /绩效|预算|指标|目标|项目|工作|任务|管理|完成|情况|执行|支出|资金|经费|金额|数量|人数|次数|总数|户数|合格|满意度?|覆盖|达标|及时|按期|服务|对象|全区|部门|单位|整体|年度|质量|水平|能力|效果|成效|保障|建设|提升|规范|开展|采购|公开|信息|群众|企业|社会|发生|平均|影响|购买|活动|维护|运行|专项/g;
const WORD = 2;
const LONG_RUN = 5;

const runs = (text: string, length: number): readonly string[] => [...text].slice(length - 1).map((_, index) => text.slice(index, index + length));

/**
 * Parts of names that tell what a text is about: of an indicator bound to the department and of a project every particular word, of any
 * indicator five characters in a row.
 */
function tellingParts(leaves: readonly Leaf[], projects: readonly string[]): readonly string[] {
  const bound = leaves.filter(({ entry }) => entry.origin !== 'common').flatMap(({ names }) => names);
  const words = [...bound, ...projects].flatMap((name) => name.replace(GENERAL, ' ').match(/\p{Script=Han}{2,}/gu) ?? []).flatMap((part) => runs(part, WORD));
  const long = leaves.flatMap(({ names }) => names).flatMap((name) => runs(name, LONG_RUN));
  return [...new Set([...words, ...long])];
}

const prepared = new WeakMap<NameFinder, readonly string[]>();

/** The telling parts of a form's names; the finder of its leaves stands for the form. */
function partsOf(context: CheckContext, leaves: readonly Leaf[], find: NameFinder): readonly string[] {
  const known = prepared.get(find);
  if (known) return known;
  const parts = tellingParts(leaves, projectTables(context).map(({ project }) => project!.name));
  prepared.set(find, parts);
  return parts;
}

/** A title in 《》 is a particular document or project. */
const NAMED_WORK = /《[^》]{2,60}》/;

function isTraceable(passage: Passage, { body }: ListItem, find: NameFinder, parts: readonly string[]): boolean {
  if (NAMED_WORK.test(body.text) || parts.some((part) => body.text.includes(part))) return true;
  const { text, start, end } = quoteOf(passage, { paragraph: body, from: 0, to: body.text.length });
  if (findFigures({ ...passage, text, offset: start }).some((figure) => figure.unit !== '' && figure.end <= end)) return true;
  return find(body.text).length > 0;
}

/** A problem names the project, the indicator or the figure it is about. */
export const untraceableProblem: Check = {
  id: 'D08',
  title: '主要问题写明涉及的项目、指标或数字',
  levels: ['W'],
  answer: 'explain',
  explains: '“存在的主要问题”中的每一条应写明涉及哪个项目、哪项指标或多少数额；只写“个别项目”“部分指标”的无从核对，请补充。',
  source: '自评报告复核的通行做法',
  form: (context) => {
    const passages = passagesWith(context, 'problems');
    if (passages.length === 0) return [];
    const leaves = allLeaves(context);
    const find = leafNameFinder(leaves);
    const parts = partsOf(context, leaves, find);
    return passages.flatMap((passage) =>
      itemsOf(passage).items.flatMap((item): CheckOutcome[] => {
        if (isTraceable(passage, item, find, parts)) return [];
        const message = `“${passage.title}”第 ${item.position} 条“${item.title}”没有写明涉及的项目、指标或数字，无从核对，请补充。`;
        const quotes = [quoteOf(passage, { paragraph: item.body, from: 0, to: item.body.text.length })];
        return [{ kind: 'finding', level: 'W', subject: `item.${item.position}`, message, addresses: [PROBLEMS], quotes, answer: 'explain' }];
      }),
    );
  },
};
