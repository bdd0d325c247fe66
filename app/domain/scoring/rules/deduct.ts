import type { Expression } from '../expression/expression';
import { settleZero, type Subject } from './outcome';

/** Points off, down to nothing. */
export function deduct(subject: Subject, expression: Expression): void {
  const { derive } = subject;
  derive.calculate('deduction', '扣分', expression, '分');
  const isExhausted = derive.decide({ is: 'gte', left: 'deduction', right: 'weight' }, (holds) => (holds ? 'exhausted' : 'deducts_items'));
  if (isExhausted) settleZero(subject, 'exhausted');
  else derive.score({ op: 'subtract', of: ['weight', 'deduction'] });
}
