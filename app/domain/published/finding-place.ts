import type { Finding, FindingLevel } from '../checks/finding';

/** A finding as it is printed: the catalogue's id, and the place in the file it concerns. */
export interface PublishedFinding {
  readonly id: string;
  readonly level: FindingLevel;
  readonly message: string;
  /** A path inside the file: "indicators[3]", "funding.rows[0].executed", "total_score". */
  readonly where: string;
}

const WHERE_BY_ID: Readonly<Record<string, string>> = { A03: 'funding.execution_rate', B03: 'grade' };
const WHERE_BY_SUBJECT: Readonly<Record<string, string | undefined>> = { total: 'total_score', execution: 'funding.score' };

export function publishedFinding({ id, key, level, message, addresses }: Finding): PublishedFinding {
  return { id, level, message, where: WHERE_BY_ID[id] ?? placeOf(key.slice(id.length + 1), addresses[0]) };
}

/** By what the finding concerns where that is a line, else by its first cell, else the column it is about. */
function placeOf(subject: string, address: string | undefined): string {
  const line = /^indicators\.(\d+)/.exec(subject);
  if (line !== null) return `indicators[${line[1]}]`;
  const place = WHERE_BY_SUBJECT[subject];
  if (place !== undefined) return place;
  return address === undefined ? 'indicators' : pathOf(address);
}

/** "funding.rows.0.executed" as "funding.rows[0].executed"; what was added up stands in the lines. */
function pathOf(address: string): string {
  if (address.startsWith('funding.sum.')) return 'funding.rows';
  const line = /^indicators\.(\d+)\./.exec(address);
  if (line !== null) return `indicators[${line[1]}]`;
  return address.replace('.self_score', '.score').replace(/\.(\d+)(?=\.|$)/g, '[$1]');
}
