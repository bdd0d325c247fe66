const ADVERBS = '(?:实际|共计|合计|累计|总计|共|已|年度)*';
const COMPARED = '(?:(?:较|比|同比|环比)(?:上年|去年|上一年)?(?:同期)?)?';
const VERBS = '完成|实现|建成|新建|支付|拨付|发放|开展|举办|组织|投入|增长|增加|新增|提高|提升';
/** The head of an indicator's name; 每季度 says how often, not what. */
const NAMED = '(?:(?!每)[\\u4e00-\\u9fff]){0,8}?(?:率|度|比例|占比|预算|成本|费用|经费|投资|支出|资金|金额|总额|数量|面积|人数|次数|户数|时间|时限)';
const FIGURE = '(?=[-+≥≧≤≦<>=═\\d]|不得?(?:少于|低于|小于|超过|高于|大于|多于)|大于|小于|达到|达\\d|至少|控制在)';
const LEAD = new RegExp(`^${ADVERBS}${COMPARED}(?:${VERBS}|${NAMED})?(?:了|为|:)? ?${FIGURE}`);
const REVERSED = /未|没|不|无|下降|降低|减少|压减|缩减/;

/**
 * Words that only lead up to a figure ("完成率" of 完成率≥95%, "已完成" of 已完成3个, "同比增长" of 同比增长5%); "" when the text has none. Words that may turn the
 * meaning of the figure round (未, 不, 下降 …) lead up to nothing: such a text is no plain figure.
 */
export function leadWords(halfWidthText: string): string {
  const lead = LEAD.exec(halfWidthText)?.[0] ?? '';
  return REVERSED.test(lead) ? '' : lead;
}

/** Whether a text with a figure says what was not done or went down, so that its sign is open. */
export function isReversed(halfWidthText: string): boolean {
  return /\d/.test(halfWidthText) && REVERSED.test(halfWidthText);
}
