import type { Comparator } from './indicator-system-version';

const LEADING: readonly (readonly [RegExp, Comparator])[] = [
  [/^(?:> ?=|= ?>|≥|≧|⩾|》=|大于等于|大于或等于|不得?(?:少于|低于|小于)|至少|达到|达(?=\d))/, 'gte'],
  [/^(?:< ?=|= ?<|≤|≦|⩽|《=|小于等于|小于或等于|不得?(?:超过|高于|大于|多于)|不超(?=\d)|至多|最多|控制在)/, 'lte'],
  [/^(?:= ?=?|═+|等于)/, 'eq'],
  [/^(?:>|大于|超过|高于|多于)/, 'gt'],
  [/^(?:<|小于|低于|少于)/, 'lt'],
];
const TRAILING: readonly (readonly [RegExp, Comparator])[] = [
  [/及?以上$/, 'gte'],
  [/(?:及?以下|以内|之内)$/, 'lte'],
];
const DURATION_WITHIN = /^(.*(?:天|日|月|年|周|小时|分钟|季度))内$/;

/** A comparison sign taken off a text: before the figure, behind it (…以上, …以内), or both when they agree. */
export interface TakenOperator {
  readonly operator: Comparator | null;
  /** As written ("≥", "不少于", "控制在…以内"), "" when there is none. */
  readonly operatorText: string;
  readonly rest: string;
}

/** Takes the operator off a text in half width. */
export function takeOperator(text: string): TakenOperator {
  const start = text.replace(/^[应须需] ?/, '');
  let taken: TakenOperator = { operator: null, operatorText: '', rest: text };
  for (const [pattern, operator] of LEADING) {
    const match = pattern.exec(start);
    if (!match) continue;
    taken = { operator, operatorText: match[0], rest: start.slice(match[0].length).trim() };
    break;
  }
  for (const [pattern, operator] of TRAILING) {
    const match = pattern.exec(taken.rest);
    if (!match || (taken.operator !== null && taken.operator !== operator)) continue;
    return behind(taken, operator, match[0], taken.rest.slice(0, -match[0].length).trim());
  }
  const within = DURATION_WITHIN.exec(taken.rest);
  return within && (taken.operator === null || taken.operator === 'lte') ? behind(taken, 'lte', '内', within[1]!) : taken;
}

function behind(taken: TakenOperator, operator: Comparator, written: string, rest: string): TakenOperator {
  return { operator, operatorText: taken.operatorText === '' ? written : `${taken.operatorText}…${written}`, rest };
}
