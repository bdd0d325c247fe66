import type { GradeBands } from '../form/indicator-system-version';
import { gradeOf } from '../scoring/grade';
import type { DecimalText } from '../shared/decimal-text';
import { GRADE_NAMES, type Grade } from '../shared/grade';
import type { Check, CheckOutcome } from './check';
import { wholeTable } from './check-context';
import { gradeRange } from './grade-bands';
import { quotedAddresses } from './quoted-address';
import { scoreOfGrade } from './stated-total';

function compareGrade(subject: string, place: string, word: string, grade: Grade, score: DecimalText, bands: GradeBands): CheckOutcome {
  const due = gradeOf(score, bands);
  const facts = `${place}得分 ${score} 分，等级“${word}”`;
  if (due === grade) return { kind: 'confirmation', message: `${facts}，与等级划分一致（${GRADE_NAMES[due]}：${gradeRange(due, bands)}）。`, addresses: [] };
  const message = `${facts}，按等级划分应为“${GRADE_NAMES[due]}”（${gradeRange(due, bands)}），请核对。`;
  return { kind: 'finding', level: 'E', subject, message, addresses: [], answer: 'correct' };
}

/** A printed or stated grade is the one its score falls in. */
export const gradeOfScore: Check = {
  id: 'B03',
  title: '等级与得分相符',
  levels: ['E'],
  answer: 'correct',
  explains: '正文或公开表中写出的等级，应与所写得分（没有写得分的为系统测算总分）按指标体系等级划分得出的等级一致；分数线含本数。',
  source: '财预〔2020〕10号（90（含）－100 分为优，80（含）－90 分为良，60（含）－80 分为中，60 分以下为差）',
  form: (context) => {
    const whole = wholeTable(context);
    if (whole === null) return [];
    const stated = context.prose.statements.filter((statement) => statement.kind === 'grade');
    return stated.flatMap((statement, index): CheckOutcome[] => {
      const found = scoreOfGrade(context, statement, whole);
      if (found === null) return [];
      const { word, grade, quote } = statement;
      const outcome = compareGrade(`stated.${index + 1}`, `“${quote.title}”中`, word, grade, found.score, whole.gradeBands);
      return [{ ...outcome, addresses: quotedAddresses(context, found.quotes), quotes: found.quotes }];
    });
  },
  table: (_context, table) => {
    const { subject, place, printedGrade, printedTotal, total, gradeBands } = table;
    const score = printedTotal?.score ?? (total?.isComplete ? total.score : null);
    return printedGrade === null || score === null ? [] : [compareGrade(subject, place, printedGrade.text, printedGrade.grade, score, gradeBands)];
  },
};
