import { canonicalJson } from '../form/canonical-json';
import type { SlotBinding } from '../form/indicator-system-version';
import type { ProjectBinding } from '../form/project-form';

interface Targets {
  readonly bindings: readonly SlotBinding[];
  readonly projects: readonly ProjectBinding[];
}

/** One thing an import changes, as a sentence. */
export interface TargetChange {
  readonly kind: 'added' | 'removed' | 'changed';
  readonly text: string;
}

/**
 * What changes for one department when `after` takes the place of `before`, 个性指标 first. Indicators are matched by name, projects by
 * their number; a mere change of order is no change of a target but of the numbering, and is said once.
 */
export function targetChanges(before: Targets, after: Targets): TargetChange[] {
  const changes = [
    ...compare(before.bindings, after.bindings, (one) => one.name, (one) => `个性指标“${one.name}”`, bindingDetail),
    ...compare(before.projects, after.projects, (one) => one.code, (one) => `项目 ${one.code}“${one.name}”`, projectDetail),
  ];
  const isReordered = !isSame([before.bindings, before.projects], [after.bindings, after.projects]);
  if (changes.length === 0 && isReordered) changes.push({ kind: 'changed', text: '指标或项目的先后顺序有变化' });
  return changes;
}

function compare<Item>(
  before: readonly Item[],
  after: readonly Item[],
  keyOf: (item: Item) => string,
  nameOf: (item: Item) => string,
  detail: (before: Item, after: Item) => string,
): TargetChange[] {
  const old = new Map(before.map((item) => [keyOf(item), item]));
  const kept = new Set(after.map(keyOf));
  const changes: TargetChange[] = [];
  for (const item of after) {
    const earlier = old.get(keyOf(item));
    if (!earlier) changes.push({ kind: 'added', text: `新增${nameOf(item)}` });
    else if (!isSame(earlier, item)) changes.push({ kind: 'changed', text: `${nameOf(item)}：${detail(earlier, item)}` });
  }
  for (const item of before) if (!kept.has(keyOf(item))) changes.push({ kind: 'removed', text: `删去${nameOf(item)}` });
  return changes;
}

const BOUND_FIELDS = { target: '目标值', unit: '计量单位' } as const;

function bindingDetail(before: SlotBinding, after: SlotBinding): string {
  return details(before, after) || '定义、计算符号、计分方法等有变化';
}

function details(before: Pick<SlotBinding, 'target' | 'unit'>, after: Pick<SlotBinding, 'target' | 'unit'>): string {
  return (['target', 'unit'] as const)
    .filter((key) => before[key] !== after[key])
    .map((key) => `${BOUND_FIELDS[key]} ${before[key] || '（空）'} → ${after[key] || '（空）'}`)
    .join('，');
}

function projectDetail(before: ProjectBinding, after: ProjectBinding): string {
  const parts: string[] = [];
  if (before.name !== after.name) parts.push(`原名“${before.name}”`);
  const old = new Map(before.indicators.map((one) => [one.name, one]));
  const kept = new Set(after.indicators.map((one) => one.name));
  for (const one of after.indicators) {
    const earlier = old.get(one.name);
    if (!earlier) parts.push(`新增指标“${one.name}”`);
    else if (earlier.target !== one.target || earlier.unit !== one.unit) parts.push(`“${one.name}”${details(earlier, one)}`);
    else if (earlier.weight !== one.weight) parts.push(`“${one.name}”分值 ${earlier.weight} → ${one.weight}`);
  }
  for (const one of before.indicators) if (!kept.has(one.name)) parts.push(`删去指标“${one.name}”`);
  return parts.length === 0 ? '资金来源、实施单位、预期目标或指标内容有变化' : parts.join('；');
}

function isSame(before: unknown, after: unknown): boolean {
  return canonicalJson(before) === canonicalJson(after);
}
