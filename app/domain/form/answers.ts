import { cellAddress, type CellAddress } from './cell-address';
import type { CellSpec, FormModel } from './form-model';
import { MAX_LENGTH } from './max-lengths';

const PREFIX = 'answers.';
const SHAPE = /^answers\.[A-Z]\d{2}(\.[A-Za-z0-9_-]+)*$/;

/** Written answers to findings live in cells of their own: `answers.<key of the finding>`, e.g. `answers.C02.LZ-04`. */
export function answerAddress(findingKey: string): CellAddress {
  return cellAddress(PREFIX + findingKey);
}

export function isAnswerAddress(address: string): boolean {
  return SHAPE.test(address) && address.length <= 120;
}

/** The cell of one answer. It belongs to a project when the finding's key names one (P01 …). */
export function answerCellSpec(address: string): CellSpec {
  const project = address.split('.').find((part) => /^P\d{2,3}$/.test(part));
  return {
    address: cellAddress(address),
    section: 'answers',
    label: '核查说明',
    kind: 'long_text',
    unit: '',
    required: false,
    maxLength: MAX_LENGTH.reason,
    ...(project === undefined ? {} : { project }),
  };
}

/** The specification of any address a person may write to; undefined when the form has no such cell. */
export function specFor(model: FormModel, address: string): CellSpec | undefined {
  return model.byAddress.get(address) ?? (isAnswerAddress(address) ? answerCellSpec(address) : undefined);
}
