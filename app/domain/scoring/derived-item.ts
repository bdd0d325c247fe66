import type { Exact } from '../shared/fraction';
import { fraction } from '../shared/fraction-text';
import type { Branch } from './branches';
import type { ItemScore } from './score-sheet';
import type { ReadStep, TraceStep } from './trace';

/** A scored leaf as its derivation tells it: the figures that were read, the branches taken, the values computed. */
export class DerivedItem {
  readonly name: string;
  readonly weight: Exact;
  private readonly steps: readonly TraceStep[];

  constructor({ name, trace }: Pick<ItemScore, 'name' | 'trace'>) {
    this.name = name;
    this.weight = fraction(trace.weight);
    this.steps = trace.steps;
  }

  /** The branches of all conditions, in the order they were tested. */
  get branches(): readonly Branch[] {
    return this.steps.flatMap((step) => (step.step === 'decide' ? [step.branch] : []));
  }

  took(...branches: readonly Branch[]): boolean {
    return this.branches.some((branch) => branches.includes(branch));
  }

  /** The step that read a figure; null where it was not read from a target or a cell. */
  read(name: string): ReadStep | null {
    return this.steps.find((step): step is ReadStep => step.step === 'read' && step.name === name) ?? null;
  }

  /** What a name stood for in the end. */
  value(name: string): Exact {
    const step = this.steps.findLast((one) => 'name' in one && one.name === name);
    if (step === undefined || !('name' in step)) throw new RangeError(`No value is named ${name}`);
    return fraction(step.value);
  }

  /** The points before they are rounded. */
  get points(): Exact {
    const step = this.steps.findLast((one) => one.step === 'settle' || ('name' in one && one.name === 'score'));
    if (step === undefined || !('value' in step) || step.value === null) throw new RangeError(`${this.name} has no points`);
    return fraction(step.value);
  }
}
