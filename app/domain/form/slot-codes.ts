import { div, type Exact } from '../shared/fraction';
import { fraction, fractionOf } from '../shared/fraction-text';
import type { IndicatorSystemVersion } from './indicator-system-version';

type SlotSystem = Pick<IndicatorSystemVersion, 'slots' | 'indicators'>;

/** Codes of `count` bindings: the slot prefix with a running number that skips the codes of common indicators (LZ-09 taken: LZ-08, LZ-10). */
export function slotCodes(system: SlotSystem, count: number): string[] {
  const taken = new Set(system.indicators.map((indicator) => indicator.code));
  const codes: string[] = [];
  for (let running = 1; codes.length < count; running += 1) {
    const code = `${system.slots.codePrefix}-${String(running).padStart(2, '0')}`;
    if (!taken.has(code)) codes.push(code);
  }
  return codes;
}

/** 分值 of each binding: the slot points shared equally and exactly, 40/k (domain.md §3.2). */
export function slotWeight(system: SlotSystem, count: number): Exact {
  return div(fraction(system.slots.points), fractionOf(BigInt(Math.max(count, 1)), 1n));
}
