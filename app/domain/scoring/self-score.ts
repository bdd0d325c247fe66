import { indicatorAddresses, type LeafAddresses } from '../form/leaf-addresses';
import { projectAddresses } from '../form/project-addresses';
import type { CellTexts } from '../form/sections';
import { compare } from '../shared/fraction';
import { fraction } from '../shared/fraction-text';
import type { ItemScore, LiveScoreSheet } from './score-sheet';

/** What 自评得分 is prefilled with: the system's score as shown. */
export function suggestSelfScore(item: ItemScore): string {
  return item.score;
}

/** A typed 自评得分 that is not the system's score shown; it stands only with a reason. */
export function selfScoreDiffers(item: ItemScore): boolean {
  return item.selfScore !== null && item.status === 'scored' && compare(fraction(item.selfScore), fraction(item.score)) !== 0;
}

/** The item lost points; what is not scored yet or does not apply has lost none. */
export function losesPoints(item: ItemScore): boolean {
  return item.status === 'scored' && compare(fraction(item.score), fraction(item.weight)) < 0;
}

/** Cell address → text for every 自评得分 that is empty and whose leaf has a score: written in when a form is sent. */
export function prefillSelfScores(sheet: LiveScoreSheet, cells: CellTexts): Record<string, string> {
  const filled: Record<string, string> = {};
  const fill = (addresses: LeafAddresses, item: ItemScore): void => {
    const address = addresses.selfScore;
    if (item.status === 'scored' && (cells[address] ?? '').trim() === '') filled[address] = suggestSelfScore(item);
  };
  for (const item of sheet.items) fill(indicatorAddresses(item.code), item);
  for (const project of sheet.projects) {
    const addresses = projectAddresses(project.code);
    fill(addresses.execution, project.execution);
    for (const item of project.items) fill(addresses.indicator(item.code), item);
  }
  return filled;
}
