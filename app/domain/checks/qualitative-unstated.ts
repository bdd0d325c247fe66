import type { IndicatorEntry } from '../form/indicator-entry';
import type { CheckContext } from './check-context';

/** Neither 评判等级 nor 实际完成情况 of a qualitative indicator holds any text. */
export function isQualitativeUnstated(context: CheckContext, entry: IndicatorEntry): boolean {
  return entry.kind === 'qualitative' && context.text(entry.addresses.tier) === '' && context.text(entry.addresses.actual) === '';
}
