import type { Citation, Citations } from '../domain/answer.ts';
import type { Report } from '../domain/report.ts';
import { findFigures, plainNumber } from '../text/figures.ts';
import type { Draft } from './compose.ts';
import { makeCitation } from './make-citation.ts';

/** What may be sent: a statement whose figures all stand in verbatim quotes. */
export interface Grounded {
  readonly statement: string;
  readonly citations: Citations;
}

/**
 * Pure and last: makes the quotes and checks them at their offsets, then every figure of the statement against
 * them. A statement with a figure of its own is dropped for the quotes alone; null where no quote is left.
 */
export function ground(draft: Draft): Grounded | null {
  const [first, ...rest] = draft.quotes
    .map(({ report, ...span }) => ({ report, citation: makeCitation(report, span) }))
    .filter(({ report, citation }) => isVerbatim(citation, report))
    .map(({ citation }) => citation);
  if (first === undefined) return null;
  const citations: Citations = [first, ...rest];
  const statement = isSupported(draft, citations) ? draft.statement : '报告这样写：';
  return { statement, citations };
}

/** Whether a citation is what stands at its offsets. */
function isVerbatim(citation: Citation, report: Report): boolean {
  return citation.quote !== '' && report.text.slice(citation.start, citation.end) === citation.quote;
}

/**
 * Every figure of the statement stands in a quote; the report's own years, alone or as the end of five, a list's numbers
 * and a difference shown with its terms are labels.
 */
function isSupported({ statement, quotes }: Draft, citations: Citations): boolean {
  const quoted = citations.map(({ quote }) => quote).join('\n');
  const held = new Set(findFigures(quoted).map(({ number }) => plainNumber(number)));
  const labels = new Set(quotes.flatMap(({ report }) => yearsOf(report)).map(String));
  const said = statement
    .replace(/^\d+\. /gmu, '')
    .replace(/^报告列出了(?:其中)?\d+项：/u, '')
    .replace('，由下面两处算出', '，')
    .replace(/(?<=\d{4}年起?)的五年/gu, '')
    .replace(/^[高低多少][\d.]+[^（]*(?=（[^（）]* − )/u, '');
  return findFigures(said).every(
    ({ number, unit }) =>
      held.has(plainNumber(number)) ||
      // 第五 is a rank, and behind it the statement ends where the quote goes on.
      (number.startsWith('第') && quoted.includes(number)) ||
      (/^年?$/.test(unit) && number.split(/[—–-]/).every((year) => labels.has(year))),
  );
}

/** The years that a report's parts are labelled with. */
function yearsOf({ headings, facts }: Report): readonly (number | null)[] {
  return [facts.yearReviewed, facts.yearPlanned, ...headings.flatMap(({ frame }) => [frame.from, frame.to])];
}
