import { bareName } from './bare-name';
import type { Check, CheckOutcome } from './check';
import type { Leaf } from './check-context';

/** The same indicator stands once in a tree: twice, it is scored twice. */
export const sameName: Check = {
  id: 'C05',
  title: '同一张表中指标不重名',
  levels: ['W'],
  answer: 'explain',
  explains: '同一张表中有两项以上名称相同的指标（不计空格和引号），同一结果可能被重复计分，请说明各自的口径，或联系财政局更正。',
  source: '复核通行做法（同一三级指标同时列在产出和效益的只计一项）',
  table: (_context, { leaves }): CheckOutcome[] => {
    const byName = new Map<string, Leaf[]>();
    for (const leaf of leaves) {
      const name = bareName(leaf.entry.name);
      byName.set(name, [...(byName.get(name) ?? []), leaf]);
    }
    return [...byName.values()].flatMap((same): CheckOutcome[] => {
      const [first, ...others] = same;
      if (first === undefined || others.length === 0) return [];
      const places = others.map(({ place }) => place).join('、');
      const message = `${places}与${first.place}名称相同，同一结果可能重复计分，请说明各自的口径。`;
      return [{ kind: 'finding', level: 'W', subject: others[0]!.key, message, addresses: same.map(({ entry }) => entry.addresses.actual), answer: 'explain' }];
    });
  },
};
