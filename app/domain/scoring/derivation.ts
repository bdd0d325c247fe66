import type { Exact } from '../shared/fraction';
import { exactText } from '../shared/fraction-text';
import type { Branch } from './branches';
import { evaluate, test, type Values } from './expression/evaluate';
import type { Condition, Expression } from './expression/expression';
import type { ReadNumber } from './read-cell';
import type { TraceStep } from './trace';

/**
 * Computes a score and writes down each step while doing so: what is computed and what is shown cannot differ. One derivation serves leaf after leaf:
 * `begin` starts anew, `steps` gives what was written since.
 */
export class Derivation implements Values {
  private readonly written: TraceStep[] = [];
  private writtenCount = 0;
  /** A leaf has a handful of values: looked through from the latest, for a name may be given anew. */
  private readonly names: string[] = [];
  private readonly values: Exact[] = [];
  private namedCount = 0;
  private weightText = '';

  /** Starts the derivation of a leaf with its exact weight, the value named `weight`. */
  begin(weight: Exact, weightText: string): void {
    this.writtenCount = 0;
    this.namedCount = 0;
    this.weightText = weightText;
    this.define('weight', weight);
  }

  steps(): readonly TraceStep[] {
    return this.written.slice(0, this.writtenCount);
  }

  value(name: string): Exact {
    for (let index = this.namedCount - 1; index >= 0; index -= 1) if (this.names[index] === name) return this.values[index]!;
    throw new RangeError(`No value is named ${name}`);
  }

  note(step: TraceStep): void {
    this.written[this.writtenCount] = step;
    this.writtenCount += 1;
  }

  /** A figure read from a cell; it is the value the step names from here on. */
  read(number: ReadNumber): void {
    this.define(number.step.name, number.value);
    this.note(number.step);
  }

  /** A figure that is known already. */
  take(name: string, label: string, value: Exact, unit: string): void {
    this.define(name, value);
    this.note({ step: 'take', name, label, value: exactText(value), unit });
  }

  /** Gives a value a name without a step of its own; the step that explains it was noted. */
  define(name: string, value: Exact): void {
    this.names[this.namedCount] = name;
    this.values[this.namedCount] = value;
    this.namedCount += 1;
  }

  /** Tests a condition free of division; `branch` names what follows. */
  decide(condition: Condition, branch: (holds: boolean) => Branch): boolean {
    const holds = test(condition, this) === true;
    this.note({ step: 'decide', condition, holds, branch: branch(holds) });
    return holds;
  }

  /** A condition the rule has tested already: the step of `decide` without testing again. A replay tests it. */
  decided(condition: Condition, holds: boolean, branch: Branch): void {
    this.note({ step: 'decide', condition, holds, branch });
  }

  /** Computes a value whose divisors are known not to be zero. */
  calculate(name: string, label: string, expression: Expression, unit: string): Exact {
    const value = this.attempt(name, label, expression, unit);
    if (value === null) throw new RangeError(`${label} divides by zero`);
    return value;
  }

  /** Computes a value, or gives null and writes no step when a divisor is zero. */
  attempt(name: string, label: string, expression: Expression, unit: string): Exact | null {
    const value = evaluate(expression, this);
    if (value === null) return null;
    this.define(name, value);
    this.note({ step: 'calculate', name, label, expression, value: exactText(value), unit });
    return value;
  }

  /** Points computed from what was read. */
  score(expression: Expression): Exact {
    return this.calculate('score', '计算', expression, '分');
  }

  /** Full marks. */
  settleFull(branch: Branch): void {
    this.define('score', this.values[0]!);
    this.note({ step: 'settle', branch, value: this.weightText });
  }

  /** Points the rule states without computing them. */
  settle(branch: Branch, value: Exact | null): void {
    if (value !== null) this.define('score', value);
    this.note({ step: 'settle', branch, value: value === null ? null : exactText(value) });
  }
}
