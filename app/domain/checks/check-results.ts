import type { Check } from './check';
import type { CheckPart } from './check-units';
import type { CheckResult, Confirmation, Finding, FindingLevel } from './finding';

/** Whether a finding keeps the form from being sent: an error, unless it is of the kind a written explanation answers, or an unanswered warning. */
export function blocks(finding: Finding): boolean {
  if (finding.level === 'I') return false;
  const explained = finding.answer === 'explain' && finding.answered !== '';
  return !explained;
}

interface Listed {
  readonly found: Readonly<Record<FindingLevel, readonly Finding[]>>;
  readonly confirmations: readonly Confirmation[];
  readonly isBlocked: boolean;
}

/** What one check says about the units it has something to say about, in the order of the units. */
class CheckList {
  private readonly places: number[] = [];
  private readonly parts: CheckPart[] = [];
  private listed: Listed | null = null;

  put(place: number, part: CheckPart): void {
    const at = this.indexOf(place);
    this.places.splice(at, 0, place);
    this.parts.splice(at, 0, part);
    this.listed = null;
  }

  remove(place: number): void {
    const at = this.indexOf(place);
    this.places.splice(at, 1);
    this.parts.splice(at, 1);
    this.listed = null;
  }

  list(): Listed {
    return (this.listed ??= listOf(this.parts));
  }

  /** Where the place stands, or would stand. Units come in their order at first. */
  private indexOf(place: number): number {
    let low = 0;
    let high = this.places.length;
    if (high === 0 || this.places[high - 1]! < place) return high;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.places[middle]! < place) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

function listOf(parts: readonly CheckPart[]): Listed {
  const found: Record<FindingLevel, Finding[]> = { E: [], W: [], I: [] };
  const confirmations: Confirmation[] = [];
  let isBlocked = false;
  for (const part of parts) {
    for (const finding of part.findings) {
      found[finding.level].push(finding);
      isBlocked ||= blocks(finding);
    }
    confirmations.push(...part.confirmations);
  }
  return { found, confirmations, isBlocked };
}

/** What all checks say about all units of a source. A unit that is checked again changes what its checks list, and nothing else is gone through. */
export class CheckResults {
  private readonly lists: ReadonlyMap<Check, CheckList>;
  private readonly said: (readonly CheckPart[])[] = [];

  constructor(checks: readonly Check[]) {
    this.lists = new Map(checks.map((check) => [check, new CheckList()]));
  }

  /** Takes what the unit in this place (in the order of all units) now says, instead of what it may have said before. */
  replace(place: number, parts: readonly CheckPart[]): void {
    for (const { check } of this.said[place] ?? []) this.lists.get(check)!.remove(place);
    for (const part of parts) this.lists.get(part.check)!.put(place, part);
    this.said[place] = parts;
  }

  /** Errors first, then warnings, then notes, each in the order of the checks and of the units. */
  result(): CheckResult {
    const listed = [...this.lists.values()].map((list) => list.list());
    const findings = (['E', 'W', 'I'] as const).flatMap((level) => listed.flatMap(({ found }) => found[level]));
    return { findings, confirmations: listed.flatMap(({ confirmations }) => confirmations), blocksSubmission: listed.some(({ isBlocked }) => isBlocked) };
  }
}
