import type { NamedIndicator, Passage, PassageRole } from '../prose';

export function passage(text: string, role: PassageRole = 'achievements', offset = 0): Passage {
  return { key: `narrative.${role}`, title: role, role, text, offset };
}

/** "企业年度报告率 %", "商事主体数 万户": names and units, keyed LZ-01 … */
export function indicators(...named: readonly string[]): readonly NamedIndicator[] {
  return named.map((entry, index) => {
    const [names = '', unit = ''] = entry.split(' ');
    return { key: `LZ-0${index + 1}`, names: names.split('/'), unit };
  });
}
