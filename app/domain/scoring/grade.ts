import type { GradeBands } from '../form/indicator-system-version';
import type { DecimalText } from '../shared/decimal-text';
import { compare } from '../shared/fraction';
import { constant, fraction } from '../shared/fraction-text';
import type { Grade } from '../shared/grade';

/**
 * 等级 of a rounded total: the first band, best first, whose inclusive lower bound it reaches (财预〔2020〕10号: 90(含) 优, 80(含) 良, 60(含) 中,
 * below 差). The total is rounded before it is graded, so 89.996 shown as 90.00 is 优.
 */
export function gradeOf(score: DecimalText, bands: GradeBands): Grade {
  const value = fraction(score);
  for (const band of bands) if (compare(value, constant(band.atLeast)) >= 0) return band.grade;
  return bands[bands.length - 1]!.grade;
}
