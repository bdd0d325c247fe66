import { type SlotBinding, slotBindingSchema } from '~/app/domain/form/indicator-system-version';
import type { Formula } from './formula';
import { atLeast, atMost, judgedByTier, type Make, none, rateAtLeast } from './measured-indicators';
import type { Random } from './random';

/** The eight slots of district-32: 40 points, 5 each. */
const TASKS: readonly (readonly [name: string, make: Make])[] = [
  ['企业年度报告率', rateAtLeast('80')],
  ['商事主体数', atLeast('万户', 200, 3000, 2)],
  ['电梯事故发生次数', none('起')],
  ['质押融资金额', atLeast('亿元', 5, 200, 1)],
  ['业务平均办理时限', atMost('天', 3, 30, 0, 'linear')],
  ['标准化工作水平', judgedByTier],
  ['监督抽检批次', atLeast('批次', 200, 9000, 0)],
  ['服务对象满意度', rateAtLeast('100')],
];

/** Binds the eight slots and types what they ask for into `cells`. */
export function keyTasks(random: Random, cells: Record<string, string>): { readonly bindings: SlotBinding[]; readonly formulas: Formula[] } {
  const formulas: Formula[] = [];
  const bindings = TASKS.map(([name, make], index) => {
    const { bound, typed, formula } = make(random, '5');
    for (const [field, text] of Object.entries(typed)) cells[`indicators.LZ-0${index + 1}.${field}`] = text;
    formulas.push(formula);
    return slotBindingSchema.parse({ name, definition: `年度内${name}的完成情况`, ...bound });
  });
  return { bindings, formulas };
}
