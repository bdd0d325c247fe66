import type { Rounding } from './scoring-rule';

const MODES: Readonly<Record<Rounding['mode'], string>> = { half_up: '四舍五入', half_even: '四舍六入五成双', truncate: '直接截去' };

/** "四舍五入保留 2 位小数", "直接截去保留 1 位小数", "四舍五入取整". */
export function roundingWords({ digits, mode }: Pick<Rounding, 'digits' | 'mode'>): string {
  return digits === 0 ? `${MODES[mode]}取整` : `${MODES[mode]}保留 ${digits} 位小数`;
}
