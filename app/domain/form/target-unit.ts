import { ONE } from '../shared/fraction';
import { remembering } from '../shared/remember';
import { convertUnit, parseUnit } from './units';

export interface TargetUnit {
  readonly unit: string;
  readonly assumptions: readonly string[];
}

/**
 * The unit of a target: the text's own, completed by the indicator's 计量单位 where it has none, only a multiplier ("2 亿" with 元 is 亿元) or only what it is
 * per ("每亩300" with 元 is 元/亩). 百分比 is %.
 */
export function targetUnit(written: string, measureUnit: string): TargetUnit {
  return unitsBeside(measureUnit)(written);
}

const unitsBeside = remembering(300, (measureUnit) => remembering(300, (written) => completeUnit(written, measureUnit)));

function completeUnit(written: string, measureUnit: string): TargetUnit {
  if (written === '') return { unit: canonical(measureUnit), assumptions: measureUnit === '' ? [] : [`目标值未写单位，按计量单位“${measureUnit}”读`] };
  const completed = measureUnit === '' ? null : (withMultiplier(written, measureUnit) ?? perUnit(written, measureUnit));
  if (completed !== null) return { unit: canonical(completed), assumptions: [`“${written}”后未写单位，按“${completed}”读`] };
  const unit = canonical(written);
  if (written.startsWith('每')) return { unit, assumptions: [`只写了“${written}”，没有写计量单位`] };
  return { unit, assumptions: unit === parseUnit(written).text ? [] : [`“${written}”按“${unit}”读`] };
}

function withMultiplier(written: string, measureUnit: string): string | null {
  if (parseUnit(written).base !== '') return null;
  const base = measureUnit.replace(/^[十百千万亿]+/, '');
  const completed = written + base;
  return base !== '' && convertUnit(ONE, parseUnit(completed), parseUnit(measureUnit)) ? completed : null;
}

function perUnit(written: string, measureUnit: string): string | null {
  if (!written.startsWith('每')) return null;
  if (!/[/每]/.test(measureUnit)) return measureUnit + written.replace(/每/g, '/');
  return parseUnit(measureUnit).base.endsWith(parseUnit(written).base) ? measureUnit : null;
}

function canonical(unit: string): string {
  return /^百分[比数率]$/.test(unit) ? '%' : parseUnit(unit).text;
}
