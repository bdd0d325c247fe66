import type { CellAddress } from '../form/cell-address';
import type { Check, CheckOutcome } from './check';
import { groupEvidence, supportedPlaces } from './evidence-files';

/** The same file (by its SHA-256) attached more than once. */
export const evidenceReused: Check = {
  id: 'E03',
  title: '同一佐证材料没有重复使用',
  levels: ['I'],
  answer: null,
  explains: '内容完全相同的佐证材料（文件哈希相同）附在两处以上的，提示核对是否各处都能由它证明。',
  source: '复核通行做法（同一佐证材料重复使用）',
  form: (context): CheckOutcome[] =>
    groupEvidence(context.evidence, ({ sha256 }) => sha256).flatMap(([sha256, files]): CheckOutcome[] => {
      if (files.length < 2) return [];
      const names = [...new Set(files.map(({ name }) => `“${name}”`))].join('、');
      const message = `佐证材料${names}内容完全相同，用了 ${files.length} 次（${supportedPlaces(context, files)}），请核对是否各处都能由它证明。`;
      const addresses = [...new Set(files.map(({ address }) => address as CellAddress))];
      return [{ kind: 'finding', level: 'I', subject: sha256.slice(0, 12), message, addresses, answer: null }];
    }),
};
