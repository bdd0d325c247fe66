import type { LeafAddresses } from '../form/leaf-addresses';
import { projectAddresses } from '../form/project-addresses';
import type { ItemScore } from '../scoring/score-sheet';
import { selfScoreDiffers } from '../scoring/self-score';
import type { Check, CheckOutcome } from './check';

function outcome(item: ItemScore, own: LeafAddresses, subject: string, place: string): CheckOutcome[] {
  if (!selfScoreDiffers(item) || item.selfScoreReason !== '') return [];
  const message = `${place}自评得分 ${item.selfScore} 分与系统测算分 ${item.score} 分不同，请填写自评得分说明。`;
  const addresses = [own.selfScoreReason, own.selfScore];
  return [{ kind: 'finding', level: 'E', subject, message, addresses, answer: 'correct' }];
}

/** A typed 自评得分 that is not the system's stands only with a reason. */
export const selfScoreReason: Check = {
  id: 'G03',
  title: '自评得分与系统测算分不同的说明理由',
  levels: ['E'],
  answer: 'correct',
  explains: '填写的自评得分与系统测算分不同的，须填写自评得分说明；不填自评得分即采用系统测算分。',
  source: '自评表填报要求',
  formOnly: true,
  table: (_context, { project, execution, place }) =>
    project === null || execution === null || execution.score === null
      ? []
      : outcome(execution.score, projectAddresses(project.code).execution, `${project.code}.execution`, `${place}预算执行率`),
  leaf: (_context, { entry, item, key, place }) => outcome(item, entry.addresses, key, place),
};
