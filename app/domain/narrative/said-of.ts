/** What may stand before a name in its clause without changing whose or which value is meant: time, place, verbs of achieving, conjunctions, item numbers. */
const LEFT = new RegExp(
  `^(?:${[
    '(?:19|20)\\d\\d年度?(?:内|末|底|\\d{1,2}月(?:末|底|\\d{1,2}[日号])?)?',
    '全年度?|本年度?|当年度?|年度内?|预算年度内?|年内|年末|年底|期末|截至|截止|截至目前|目前|1[-—–~至到]12月',
    '全区|我区|本区|辖区内?|区内|我局|本局|全局|本部门|我部门|本单位|我单位|全街|我街道?|本街道?|全镇|本镇|全县|我县',
    '实际|实有|现有|共有|各类|累计|共|总的?',
    '同时|并且?|且|以及|和|与|及|也|均|还|则|因此|从而|故|其|的',
    '实现|完成|达成|促成|推动|推进|确保|促使|促进|使得?|办理|落实|保持|带动|做到|作为|关于|对于|针对|如|例如|比如|即|指',
    '超额|圆满|全面|顺利|持续|较好地?',
    '\\(?(?:\\d{1,2}|[一二三四五六七八九十]{1,3})[.、)]|[一二三四五六七八九十]是|第[一二三四五六七八九十]',
    '指标|绩效指标|[:“"‘《]',
  ].join('|')})*$`,
);
/** The clause before a name begins after one of these. */
const BOUNDARY = /[，。;:!?、(]/;

/** Whether the words of the clause before the name leave its meaning alone ("2024年度" does, "重点行业领域" does not). */
export function isNameAlone(text: string, from: number, sentenceFrom: number): boolean {
  let start = from;
  while (start > sentenceFrom && !BOUNDARY.test(text[start - 1]!)) start -= 1;
  const left = text.slice(start, from);
  return left.length <= 40 && LEFT.test(left);
}

/** Another time than the evaluated year, a part of it, or several years. */
const OTHER_TIME =
  /上年|去年|上一年|前年|往年|历年|同期|今年|明年|下一?年|上半年|下半年|[一二三四]季度|半年|(?<!\d)\d{1,2}[-—–~至到]\d{1,2}月|截[至止](?:19|20)?\d{0,4}年?(?!12月)\d{1,2}月|“十[二三四五]五”|近[两二三四五]年|连续|年均|比重/;

/** Whether the sentence up to the figure speaks of another time. */
export function isOtherTime(text: string): boolean {
  return OTHER_TIME.test(text.replace(/(?<!\d)0?1[-—–~至到]12月/g, ''));
}

/** The last year the text names; null when it names none. */
export function yearNamed(text: string): string | null {
  return [...text.matchAll(/(?<!\d)((?:19|20)\d\d)年/g)].at(-1)?.[1] ?? null;
}

const YEAR = '(?:(?:19|20)\\d\\d年度?(?:1?\\d月)?(?:末|底)?|全年|年末|年底|期末|本年度?|当年|实际)?';
const SAID =
  '为|是|有|达到了?|达|完成了?|完成值为?|完成率为?|实现|累计|合计|共计|共|总计|已|增加到|增长到|增加至|增长至|增至|提高到|提高至|提升到|提升至|提升为|升至|上升到|上升至|扩大到|扩大至|下降到|下降至|降至|降低到|降低至|降到|保持在?|稳定在|维持在|控制在|超过了?|超额|超|突破了?|逾|高达|大约|约为|约|将近|接近|近|不足|不到|仅为|仅有?|只有|高于|低于|不少于|不低于|以上|值|[:(，]|就';
const ACTUAL_GAP = new RegExp(`^(?:${YEAR}(?:${SAID}))*$`);
const TARGET_WORD = '(?:年度|计划|预期|绩效|预算|年初|设定的?|批复的?){0,4}(?:指标值|目标值|指标目标|目标|任务数?|计划值|预期值|计划数)';
const TARGET_GAP = new RegExp(`^[，,:(的]{0,2}(?:${TARGET_WORD})(?:设定|设置|定|确定)?(?:为|是|:|在|达到|达)?$`);
const CONTRAST_GAP = new RegExp(
  `^[)，;。]{1,2}(?:但是?|而|却|且)?${YEAR}(?:自评结果|评价结果|实际完成(?:值|率|数|情况)?|实际值|实际|完成值|全年完成|年度完成|完成率?|达到|达)(?:${SAID})*$`,
);
/** After the figure: it was a target after all ("85%的目标"). */
const TARGET_AFTER = new RegExp(`^的?(?:${TARGET_WORD})`);

/** How the words between a name (or the figure before) and a figure connect them; null when they do not. */
export function connection(between: string, after: string, previous: 'none' | 'target'): 'target' | 'actual' | null {
  if (between.length > 24) return null;
  if (previous === 'target') return CONTRAST_GAP.test(between) ? 'actual' : null;
  if (TARGET_GAP.test(between)) return 'target';
  if (!ACTUAL_GAP.test(between)) return null;
  return TARGET_AFTER.test(after) ? 'target' : 'actual';
}

/** What turns a clause into a plan, a wish or a change instead of a value. */
export const IS_NO_VALUE = /力争|争取|拟|计划(?!目标|值|数|完成)|预计|预期(?!值|目标)|未能?达到?|低于目标|少于目标|目标的|如果|若/;
