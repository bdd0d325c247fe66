import type { FindingAnswer, FindingLevel } from '~/app/domain/checks/finding';
import { checkContext } from '~/app/domain/checks/run-checks';
import type { Quote } from '~/app/domain/narrative/prose';
import { contextOfReport } from '~/app/domain/narrative/report/report-context';
import type { ReadReport } from '~/app/domain/narrative/report/read-report';
import { createLineCounter } from './line-counter';

/** A place in the report; `start` and `end` count UTF-16 units of the decoded text, a byte order mark not among them. */
interface Span {
  readonly start: number;
  readonly end: number;
  /** From 1. */
  readonly line: number;
}

/** A cell by its address, or a sentence by its section ("二（三） 主要工作成效"). Long cells carry no text of their own. */
export type Place = Span & ({ readonly address: string; readonly text?: string } | { readonly section: string; readonly text: string });

/** What `npm run -s check-report` prints. */
export interface ReportDocument {
  readonly read: Readonly<Record<string, Span & { readonly value: string; readonly text: string; readonly assumptions?: readonly string[] }>>;
  readonly unread: readonly (Span & { readonly what: string; readonly reason: string; readonly text: string })[];
  readonly confirmed: readonly { readonly id: string; readonly message: string; readonly where: readonly Place[] }[];
  readonly findings: readonly {
    readonly id: string;
    readonly level: FindingLevel;
    readonly message: string;
    readonly where: readonly Place[];
    readonly answer: FindingAnswer;
  }[];
}

const LONGEST_TEXT = 200;

/** Checks a report and puts everything about it into one document. */
export function reportDocument(report: ReadReport): ReportDocument {
  const lineOf = createLineCounter(report.text);
  const span = ({ start, end }: Omit<Span, 'line'>): Span => ({ start, end, line: lineOf(start) });
  const cells = new Map(report.cells.map((cell) => [cell.address, cell]));
  const where = (addresses: readonly string[], quotes: readonly Quote[] = []): readonly Place[] => [
    ...addresses.flatMap((address): Place[] => {
      const cell = cells.get(address);
      return cell ? [{ address, ...(cell.text.length > LONGEST_TEXT ? {} : { text: cell.text }), ...span(cell) }] : [];
    }),
    ...quotes.map((quote): Place => ({ section: `${quote.passage} ${quote.title}`, text: quote.text, ...span(quote) })),
  ];
  const { findings, confirmations } = checkContext(contextOfReport(report));
  return {
    read: Object.fromEntries(
      report.cells.map((cell) => [
        cell.address,
        { value: cell.value, text: cell.text, ...span(cell), ...(cell.assumptions.length > 0 ? { assumptions: cell.assumptions } : {}) },
      ]),
    ),
    unread: report.unread.map((part) => ({ what: part.what, reason: part.reason, text: part.text, ...span(part) })),
    confirmed: confirmations.map(({ id, message, addresses, quotes }) => ({ id, message, where: where(addresses, quotes) })),
    findings: findings.map(({ id, level, message, addresses, quotes, answer }) => ({ id, level, message, where: where(addresses, quotes), answer })),
  };
}
