import { exactText, type Exact } from '../shared/fraction';
import type { Branch } from './branches';
import { evaluate, test, type Values } from './expression/evaluate';
import type { Condition, Expression } from './expression/expression';
import type { ReadNumber } from './read-cell';
import type { TraceStep } from './trace';


/** Computes a score and writes down each step while doing so: what is computed and what is shown cannot differ. */
export class Derivation implements Values {
  readonly steps: TraceStep[] = [];
  /** A leaf has a handful of values: looked through from the latest, for a name may be given anew. */
  private readonly names: string[] = ['weight'];
  private readonly values: Exact[];

  constructor(
    private readonly weight: Exact,
    private readonly weightText: string,
  ) {
    this.values = [weight];
  }

  value(name: string): Exact {
    const index = this.names.lastIndexOf(name);
    if (index < 0) throw new RangeError(`No value is named ${name}`);
    return this.values[index]!;
  }

  note(step: TraceStep): void {
    this.steps.push(step);
  }

  /** A figure read from a cell; it is the value the step names from here on. */
  read(number: ReadNumber): void {
    this.define(number.step.name, number.value);
    this.steps.push(number.step);
  }

  /** A figure that is known already. */
  take(name: string, label: string, value: Exact, unit: string): void {
    this.define(name, value);
    this.steps.push({ step: 'take', name, label, value: exactText(value), unit });
  }

  /** Gives a value a name without a step of its own; the step that explains it was noted. */
  define(name: string, value: Exact): void {
    this.names.push(name);
    this.values.push(value);
  }

  /** Tests a condition free of division; `branch` names what follows. */
  decide(condition: Condition, branch: (holds: boolean) => Branch): boolean {
    const holds = test(condition, this) === true;
    this.note({ step: 'decide', condition, holds, branch: branch(holds) });
    return holds;
  }

  /** A condition the rule has tested already: the step of `decide` without testing again. A replay tests it. */
  decided(condition: Condition, holds: boolean, branch: Branch): void {
    this.steps.push({ step: 'decide', condition, holds, branch });
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
    this.steps.push({ step: 'calculate', name, label, expression, value: exactText(value), unit });
    return value;
  }

  /** Points computed from what was read. */
  score(expression: Expression): Exact {
    return this.calculate('score', '计算', expression, '分');
  }

  /** Full marks. */
  settleFull(branch: Branch): void {
    this.define('score', this.weight);
    this.steps.push({ step: 'settle', branch, value: this.weightText });
  }

  /** Points the rule states without computing them. */
  settle(branch: Branch, value: Exact | null): void {
    if (value !== null) this.define('score', value);
    this.steps.push({ step: 'settle', branch, value: value === null ? null : exactText(value) });
  }
}
