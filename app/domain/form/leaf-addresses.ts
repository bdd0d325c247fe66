import { remembering } from '../shared/remember';
import type { CellAddress } from './cell-address';

/** A cell of a leaf: what is filled in, judged or explained, or an input of its own. */
export type LeafField = 'actual' | 'tier' | 'judged_points' | 'self_score' | 'self_score_reason' | 'deviation' | `inputs.${string}`;

/** Leaves have the same codes in every department: their addresses are put together once. */
const [MAX_LEAVES, MAX_INPUTS] = [200, 50];

/** `inputs.<key>`: the field of an input, and its name in a derivation. */
export const inputField = remembering(2000, (key) => `inputs.${key}` as const);

/** The addresses of one leaf: `<prefix>.<field>`. */
export class LeafAddresses {
  readonly actual: CellAddress;
  readonly tier: CellAddress;
  readonly judgedPoints: CellAddress;
  readonly selfScore: CellAddress;
  readonly selfScoreReason: CellAddress;
  readonly deviation: CellAddress;
  private readonly inputs: (field: string) => CellAddress;

  constructor(readonly prefix: string) {
    const at = (field: string): CellAddress => `${prefix}.${field}` as CellAddress;
    this.actual = at('actual');
    this.tier = at('tier');
    this.judgedPoints = at('judged_points');
    this.selfScore = at('self_score');
    this.selfScoreReason = at('self_score_reason');
    this.deviation = at('deviation');
    this.inputs = remembering(MAX_INPUTS, at);
  }

  of(field: LeafField): CellAddress {
    switch (field) {
      case 'actual':
        return this.actual;
      case 'tier':
        return this.tier;
      case 'judged_points':
        return this.judgedPoints;
      case 'self_score':
        return this.selfScore;
      case 'self_score_reason':
        return this.selfScoreReason;
      case 'deviation':
        return this.deviation;
      default:
        return this.inputs(field);
    }
  }

  input(key: string): CellAddress {
    return this.inputs(inputField(key));
  }
}

/** `indicators.LZ-03`: a leaf of the department's indicator table. */
export const indicatorAddresses = remembering(MAX_LEAVES, (code) => new LeafAddresses(`indicators.${code}`));
