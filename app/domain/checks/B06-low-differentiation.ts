import { compare, fraction } from '../shared/fraction';
import type { Check } from './check';

/** With fewer projects, scores close together say nothing. */
const MINIMUM_PROJECTS = 3;

/** All projects at 90 or above, or more than 80 % of them at 100: 区分度不足. */
export const lowDifferentiation: Check = {
  id: 'B06',
  title: '项目自评得分有区分度',
  run: ({ projects }) => {
    const complete = projects.filter(({ score }) => [score.execution, ...score.items].every((item) => item.status !== 'missing'));
    const count = projects.length;
    if (count < MINIMUM_PROJECTS || complete.length < count) return [];
    const atLeast = (points: string): number => projects.filter(({ score }) => compare(fraction(score.total.score), fraction(points)) >= 0).length;
    const full = atLeast('100');
    const high = atLeast('90');
    if (high < count && full * 5 <= count * 4) return [];
    const message = `${count} 个项目中 ${full} 个得 100 分、${high} 个在 90 分及以上，区分度不足，建议复核目标值是否偏低、扣分是否到位。`;
    return [{ kind: 'finding', level: 'I', subject: '', message, addresses: [], answer: null }];
  },
};
