import { findStatements } from '../find-statements';
import type { Passage, Quote, Statement } from '../prose';
import type { Reading } from './read-cell';

/** What a statement is read into; a score band gets one cell each. */
function valuesOf(statement: Statement): readonly (readonly [address: string, value: string])[] {
  switch (statement.kind) {
    case 'execution_rate':
      return [['report.execution_rate', `${statement.percent}%`]];
    case 'project_count':
      return [[`report.projects.${statement.fund ?? 'total'}`, statement.count]];
    case 'score_bands':
      return statement.bands.map(({ label, count }, index) => [`report.score_bands.${index + 1}`, `${label} ${count}个`]);
    case 'grade_counts':
      return statement.counts.map(({ grade, count }) => [`report.grade_counts.${grade}`, count]);
    case 'indicator_count':
      return [['report.indicator_count', statement.count]];
    case 'total_score':
      return [['report.self_score', statement.score]];
    case 'grade':
      return [['report.grade', statement.word]];
    case 'fiscal_year':
      return statement.isCited ? [] : [['report.fiscal_year', statement.year]];
  }
}

const EXPECTED: readonly (readonly [address: string, what: string])[] = [
  ['report.self_score', '部门整体自评得分'],
  ['report.grade', '部门整体自评等级'],
];

/** Execution rate, projects, score bands, score and grade, from the sections that state them. The first statement of a kind stands. */
export function readConclusion(reading: Reading, passages: readonly Passage[]): void {
  for (const statement of passages.flatMap(findStatements)) {
    for (const [address, value] of valuesOf(statement)) put(reading, address, value, statement.quote);
  }
  const conclusion = passages.find(({ role }) => role === 'conclusion');
  for (const [address, what] of EXPECTED) {
    if (reading.cells.has(address)) continue;
    const place = conclusion ? conclusion.offset + conclusion.text.length : reading.text.length;
    reading.unread.push({ what, reason: conclusion ? '自评结论部分没有写出' : '没有找到自评结论部分', text: '', start: place, end: place });
  }
}

function put(reading: Reading, address: string, value: string, { text, start, end }: Quote): void {
  if (!reading.cells.has(address)) reading.cells.set(address, { address, text, start, end, value, assumptions: [] });
}
