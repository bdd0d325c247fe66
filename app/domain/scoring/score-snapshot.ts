import { canonicalJson, hashOf } from '../form/canonical-json';
import type { Snapshot } from '../form/snapshot';
import { createLiveScorer } from './live-scorer';
import type { ScoreSheet } from './score-sheet';

/** Scores a frozen snapshot: the official result. Pure: the same snapshot gives the same bytes, in the browser, the server and the worker. */
export function scoreSnapshot(snapshot: Snapshot): ScoreSheet {
  return { snapshotHash: hashOf(canonicalJson(snapshot)), ...createLiveScorer(snapshot).score(snapshot.cells) };
}
