import { compare, fraction } from '../shared/fraction';
import type { Check } from './check';
import { projectTables } from './check-context';

/** With fewer projects, scores close together say nothing. */
const MINIMUM_PROJECTS = 3;

/** All projects at 90 or above, or more than 80 % of them at 100: 区分度不足. */
export const lowDifferentiation: Check = {
  id: 'B06',
  title: '项目自评得分有区分度',
  levels: ['I'],
  answer: null,
  explains: '三个及以上项目的得分全部在 90 分及以上，或者超过八成得满分的，提示区分度不足，建议复核目标值和扣分。',
  source: '自评质量抽查复核的通行做法',
  form: (context) => {
    const tables = projectTables(context).filter(({ total }) => total !== null);
    const lines = tables.flatMap(({ leaves, execution }) => [...(execution?.score ? [execution.score] : []), ...leaves.map(({ item }) => item)]);
    const count = tables.length;
    if (count < MINIMUM_PROJECTS || lines.some((item) => item.status === 'missing')) return [];
    const atLeast = (points: string): number => tables.filter(({ total }) => compare(fraction(total!.score), fraction(points)) >= 0).length;
    const full = atLeast('100');
    const high = atLeast('90');
    if (high < count && full * 5 <= count * 4) return [];
    const message = `${count} 个项目中 ${full} 个得 100 分、${high} 个在 90 分及以上，区分度不足，建议复核目标值是否偏低、扣分是否到位。`;
    return [{ kind: 'finding', level: 'I', subject: '', message, addresses: [], answer: null }];
  },
};
