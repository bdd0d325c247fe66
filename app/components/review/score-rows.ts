import type { FormModel } from '~/app/domain/form/form-model';
import type { IndicatorEntry } from '~/app/domain/form/indicator-entry';
import { COMPARATOR_SIGNS } from '~/app/domain/form/indicator-system-version';
import { parseCell } from '~/app/domain/form/parse-cell';
import { partOfText } from '~/app/domain/form/part-of';
import type { CellTexts } from '~/app/domain/form/sections';
import { tableRows } from '~/app/domain/form/table-rows';
import { expandedPoints } from '~/app/domain/scoring/number-text';
import type { ItemScore } from '~/app/domain/scoring/score-sheet';

/** A figure as the department typed it. */
export interface TypedFigure {
  readonly label: string;
  readonly typed: string;
  readonly unit: string;
  /** Why it cannot be read, else null. */
  readonly problem: string | null;
}

/** A row of the official table, ready to be shown and sent as JSON. */
export interface ScoreRow {
  readonly code: string;
  readonly primary: string;
  readonly secondary: string;
  /** Rows the merged first- and second-level cells span; 0 where a cell above covers it. */
  readonly primarySpan: number;
  readonly secondarySpan: number;
  readonly name: string;
  readonly definition: string;
  readonly criteria: string;
  readonly target: string;
  readonly weight: string;
  /** “计入 GL-02 …”; "" where the leaf stands for itself. */
  readonly partOf: string;
  readonly figures: readonly TypedFigure[];
  /** Null while the submission waits for its scoring. */
  readonly item: ItemScore | null;
}

/** Fields that stand in columns of their own. */
const OWN_COLUMNS = ['self_score', 'self_score_reason', 'deviation'];

/** The official table of some leaves with what was typed and, once scored, the score of each. `items` come in the order of `entries`. */
export function scoreRows(entries: readonly IndicatorEntry[], items: readonly ItemScore[] | null, model: FormModel, cells: CellTexts): ScoreRow[] {
  return tableRows(entries).map(({ entry, primarySpan, secondarySpan }, index) => ({
    code: entry.code,
    primary: entry.primary,
    secondary: entry.secondary,
    primarySpan,
    secondarySpan,
    name: entry.name,
    definition: entry.definition,
    criteria: entry.criteria,
    target: targetOf(entry),
    weight: items?.[index]?.weight ?? expandedPoints(entry.weight),
    partOf: partOfText(entry, entries),
    figures: figuresOf(entry, model, cells),
    item: items?.[index] ?? null,
  }));
}

function targetOf(entry: IndicatorEntry): string {
  if (entry.targetText === null) return '';
  if (entry.target?.kind !== 'number' || entry.target.comparator !== null) return entry.targetText;
  return `${COMPARATOR_SIGNS[entry.comparator]}${entry.targetText}`;
}

function figuresOf(entry: IndicatorEntry, model: FormModel, cells: CellTexts): TypedFigure[] {
  const prefix = `${entry.addresses.prefix}.`;
  return model.cells
    .filter(({ address }) => address.startsWith(prefix) && !OWN_COLUMNS.includes(address.slice(prefix.length)))
    .map((spec) => {
      const typed = cells[spec.address] ?? '';
      const parsed = parseCell(spec, typed);
      return { label: spec.label, typed, unit: spec.unit, problem: parsed.status === 'invalid' ? parsed.reason : null };
    });
}
