import { parseTarget } from '../form/parse-target';

/** Whether a 目标值 is held against a 计算符号: a range, a day and “/” are not. The year does not matter for that. */
export function takesSign(target: string): boolean {
  const { kind } = parseTarget(target, '', ANY_YEAR);
  return kind === 'number' || kind === 'words';
}

const ANY_YEAR = 2000;
