import type { PreparedItem } from './score-item';
import { projectOf, type PreparedProject } from './score-project';

/** What an edit can matter to: the leaves and projects whose cells changed, and those that read one of these cells. */
export class Changes {
  private readonly addresses: ReadonlySet<string>;
  private readonly prefixes: ReadonlySet<string>;
  private readonly projects: ReadonlySet<string | null>;

  constructor(changed: readonly string[]) {
    this.addresses = new Set(changed);
    this.prefixes = new Set(changed.map((address) => address.slice(0, prefixEnd(address))));
    this.projects = new Set(changed.map(projectOf));
  }

  touches({ entry, reads }: PreparedItem): boolean {
    return this.prefixes.has(entry.cells.prefix) || reads.some((address) => this.addresses.has(address));
  }

  touchesProject({ binding, outside }: PreparedProject): boolean {
    return this.projects.has(binding.code) || outside.some((address) => this.addresses.has(address));
  }
}

/** Where the leaf's prefix ends: before `.inputs.<key>`, else before the last part. */
function prefixEnd(address: string): number {
  const inputs = address.indexOf('.inputs.');
  return inputs >= 0 ? inputs : Math.max(0, address.lastIndexOf('.'));
}
