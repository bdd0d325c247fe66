import type { Passage, PassageRole } from './prose';

const CELLS: readonly (readonly [address: string, title: string, role: PassageRole])[] = [
  ['basics.functions', '部门职能', 'basics'],
  ['basics.overall_objective', '年度总体绩效目标', 'objectives'],
  ['basics.key_tasks', '年度重点工作任务', 'tasks'],
  ['narrative.conclusion', '自评结论补充说明', 'conclusion'],
  ['narrative.achievements', '主要成效', 'achievements'],
  ['narrative.problems', '存在的主要问题', 'problems'],
  ['narrative.measures', '下一步改进措施', 'measures'],
];

/** The prose cells of a form as passages, in the order of the form; empty ones are left out. `text` gives what a cell holds, "" for none. */
export function passagesOfForm(text: (address: string) => string): readonly Passage[] {
  return CELLS.flatMap(([key, title, role]): Passage[] => {
    const typed = text(key);
    return typed.trim() === '' ? [] : [{ key, title, role, text: typed, offset: 0 }];
  });
}
