import type { Passage, Statement } from './prose';
import { paragraphsOf } from './paragraphs';
import { quoteOf, stretchesOf } from './sentences';
import { readExecutionRate } from './statements/execution-rate';
import { readFiscalYear } from './statements/fiscal-year';
import { readGrade, readGradeCounts, readIndicatorCount, readTotalScore } from './statements/grades';
import { readProjectCounts } from './statements/project-count';
import { readScoreBands } from './statements/score-bands';
import type { StatementReader } from './statements/statement-reader';

const READERS: readonly StatementReader[] = [
  readExecutionRate,
  readFiscalYear,
  readProjectCounts,
  readScoreBands,
  readGradeCounts,
  readIndicatorCount,
  readTotalScore,
  readGrade,
];

/** The facts one passage states about the whole form: execution rate, evaluated year, projects by fund and by score band, indicators, total score, grade. */
export function findStatements(passage: Passage): readonly Statement[] {
  return paragraphsOf(passage).flatMap((paragraph) =>
    stretchesOf(paragraph).flatMap((stretch) => READERS.flatMap((read) => read(stretch, passage.role, () => quoteOf(passage, stretch)))),
  );
}
