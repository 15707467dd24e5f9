import type { Heading, Report, Sentence, Span } from '../domain/report.ts';
import { findCountWords } from '../text/counts.ts';
import { findEnumerations } from '../text/enumerations.ts';

/** Members of an enumeration of the report, with the stretches that are quoted for it. */
export interface ReportList {
  readonly items: readonly Span[];
  readonly quotes: readonly Span[];
  /** What the report says their number is, null where it does not. */
  readonly count: number | null;
}

const ORDINAL_MARK = /^(?:[一二三四五六七八九十]{1,3}是|第[一二三四五六七八九十]{1,3}[，,、]|[（(][一二三四五六七八九十\d]{1,3}[）)]|\d{1,2}[.．、]|首先|其次|再次|最后)/u;
const CLOSING = /[。；;，,：:！!]+$/u;

/** The list a sentence holds, heads or belongs to; null where it is part of none. */
export function findList(report: Report, sentence: Sentence): ReportList | null {
  return listedHere(report, sentence) ?? listedAround(report, sentence) ?? listedInHeadings(report, sentence);
}

/** Members named within the sentence: only rows whose members are sure, by count, quotes or brackets. */
function listedHere(report: Report, sentence: Sentence): ReportList | null {
  const text = report.text.slice(sentence.start, sentence.end);
  const found = findEnumerations(text)
    .filter(({ items, count }) => items.length >= 3 || count === items.length)
    .map((list) => ({ ...list, sure: list.count === list.items.length }))
    .sort((a, b) => Number(b.sure) - Number(a.sure) || b.items.length - a.items.length)[0];
  if (found === undefined || !found.sure) return null;
  const shift = ({ start, end }: Span) => ({ start: start + sentence.start, end: end + sentence.start });
  const quoteStart = clauseStart(text, found.span.start);
  return {
    items: found.items.map(shift),
    quotes: [shift({ start: quoteStart, end: found.span.end })],
    count: found.count,
  };
}

/** The run of neighbouring sentences of one make the sentence belongs to, or announces with a count word. */
function listedAround(report: Report, sentence: Sentence): ReportList | null {
  const siblings = report.sentences.filter(({ passage, kind }) => passage === sentence.passage && kind === 'body');
  const place = siblings.indexOf(sentence);
  const counts = findCountWords(report.text.slice(sentence.start, sentence.end));
  const starts = place < 0 ? siblings.slice(0, 3).keys() : [place, place + 1].values();
  for (const start of starts) {
    const run = runFrom(report, siblings, start);
    if (run.length < 3 && counts.every(({ count }) => count !== run.length)) continue;
    const count = counts.find((word) => word.count === run.length)?.count ?? null;
    const [first, last] = [run[0], run.at(-1)];
    if (first === undefined || last === undefined) continue;
    if (place >= 0 && !run.includes(sentence) && count === null && !/[：:]$/u.test(textOf(report, sentence))) continue;
    const quote = trimmed(report, { start: first.leadIn?.start ?? first.start, end: last.end });
    return { items: run.map((item) => trimmed(report, item)), quotes: [quote], count };
  }
  return null;
}

/** Sentences next to each other that start with the same mark or the same word, around the one at `place`. */
function runFrom(report: Report, siblings: readonly Sentence[], place: number): readonly Sentence[] {
  const own = siblings[place];
  if (own === undefined) return [];
  const make = makeOf(textOf(report, own));
  let [from, to] = [place, place];
  while (from > 0 && makeOf(textOf(report, siblings[from - 1])) === make) from -= 1;
  while (to + 1 < siblings.length && makeOf(textOf(report, siblings[to + 1])) === make) to += 1;
  return siblings.slice(from, to + 1);
}

/** What makes two items of a list alike: an ordinal mark, or the same first two characters. */
function makeOf(text: string): string {
  return ORDINAL_MARK.test(text) ? 'ordinal' : text.slice(0, 2);
}

/** Headings below one another that a sentence announces: 做好以下五个方面的工作：（一）…（五）. */
function listedInHeadings(report: Report, sentence: Sentence): ReportList | null {
  const children = childrenOf(report, sentence);
  if (children.length < 2) return null;
  const counts = findCountWords(textOf(report, sentence));
  const announced = counts.find(({ count }) => count === children.length);
  if (announced === undefined && sentence.kind !== 'heading') return null;
  const items = children.map(({ start, end }) => trimmed(report, { start, end }));
  return { items, quotes: items, count: announced?.count ?? null };
}

function childrenOf(report: Report, sentence: Sentence): readonly Heading[] {
  if (sentence.kind === 'heading') {
    const own = report.headings.find(({ start, end }) => start < sentence.end && end > sentence.start);
    return own === undefined ? [] : report.headings.filter(({ parent }) => parent === own.index);
  }
  const parent = report.passages[sentence.passage]?.heading ?? null;
  const following = report.headings.filter((heading) => heading.start >= sentence.end);
  const next = following[0];
  if (next === undefined || (next.parent !== parent && next.parent !== (report.headings[parent ?? -1]?.parent ?? null))) return [];
  return following.filter((heading) => heading.parent === next.parent && heading.level === next.level);
}

function clauseStart(text: string, position: number): number {
  return Math.max(...['，', '；', '。', ',', ';', '：'].map((mark) => text.lastIndexOf(mark, position - 1) + 1));
}

function textOf(report: Report, span: Span | undefined): string {
  return span === undefined ? '' : report.text.slice(span.start, span.end);
}

function trimmed(report: Report, span: Span): Span {
  const text = textOf(report, span);
  return { start: span.start, end: span.start + text.replace(/\s+$/u, '').replace(CLOSING, '').length };
}
