/** The hidden sheet by which a workbook is known again: names in column A, texts in column B. */
export const MARK_SHEET = 'hengji';

export const MARKS = { template: 'template', templateName: 'templateName', bureau: 'bureau', rule: 'rule' } as const;
