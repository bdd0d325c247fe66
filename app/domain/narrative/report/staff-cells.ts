import type { ReportSection } from './outline';
import { readInto, type Reading } from './read-cell';

const STAFF: readonly (readonly [address: string, pattern: RegExp])[] = [
  ['basics.staff_authorised', /(?:人员)?编制(?:总数|人数|数|共有|共|为|总计)*(\d{1,6})[名人个]/],
  ['basics.staff_in_post', /(?:年末)?(?:实有|在职|在编|在岗)(?:在职|在编|在岗)?(?:人员|人数|职工|干部职工|干部)?(?:总数|数|共有|共|为)*(\d{1,6})[名人]/],
];

/** 编制人数 and 实有人数, where a section on functions or staff states them in so many words. */
export function readStaff(reading: Reading, sections: readonly ReportSection[]): void {
  for (const [address, pattern] of STAFF) {
    for (const paragraph of sections.flatMap((section) => section.paragraphs)) {
      const match = pattern.exec(paragraph.text);
      if (!match) continue;
      const from = match.index + match[0].length - 1 - match[1]!.length;
      readInto(reading, address, paragraph, from, from + match[1]!.length);
      break;
    }
  }
}
