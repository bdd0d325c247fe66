import { NOT_FILLED } from '../form-figures';
import type { ReportParagraph, ReportSection } from '../report-model';

export function paragraph(text: string): ReportParagraph {
  return { kind: 'paragraph', lead: '', text };
}

export function section(heading: string, blocks: ReportSection['blocks']): ReportSection {
  return { kind: 'section', heading, blocks };
}

export function orNotFilled(paragraphs: readonly ReportParagraph[]): readonly ReportParagraph[] {
  return paragraphs.length > 0 ? paragraphs : [paragraph(NOT_FILLED)];
}
