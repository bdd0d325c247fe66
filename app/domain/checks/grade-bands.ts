import type { GradeBands } from '../form/indicator-system-version';
import { GRADE_NAMES, type Grade } from '../shared/grade';

/** The scores of a grade as a rule prints them: "90 分及以上", "80 分及以上、不到 90 分", "不到 60 分". */
export function gradeRange(grade: Grade, bands: GradeBands): string {
  const index = bands.findIndex((band) => band.grade === grade);
  const band = bands[index];
  if (band === undefined) return `没有“${GRADE_NAMES[grade]}”这一等级`;
  const above = index > 0 ? `不到 ${bands[index - 1]!.atLeast} 分` : '';
  const isLowest = index === bands.length - 1;
  return [isLowest && above !== '' ? '' : `${band.atLeast} 分及以上`, above].filter((part) => part !== '').join('、');
}
