import type { Heading, Report, Sentence, Span } from '../domain/report.ts';
import { findCountWords } from '../text/counts.ts';
import { findEnumerations } from '../text/enumerations.ts';
import { type Reading, similarityWithin } from './read-candidate.ts';

/** Members of an enumeration of the report, with the stretches that are quoted for it. */
export interface ReportList {
  readonly items: readonly Span[];
  readonly quotes: readonly [Span, ...Span[]];
  /** What the report says their number is, null where it does not. */
  readonly count: number | null;
  /** The members are told apart by a count, marks or their number; a pair joined by 、 may be anything. */
  readonly sure: boolean;
  /** How much the place that names the list is about the question, 0…1. */
  readonly focus: number;
}

type Found = Omit<ReportList, 'focus'>;

const ORDINAL = /^(?:([一二三四五六七八九十]{1,3})是|第([一二三四五六七八九十]{1,3})[，,、])/u;
const CLOSING = /[。；;，,：:！!]+$/u;

/** The lists a candidate holds, belongs to or announces. */
export function findLists(reading: Reading): readonly ReportList[] {
  const { report, sentence } = reading;
  const whole = { start: sentence.start, end: sentence.end };
  const around = [inOrdinals(report, sentence), inNeighbours(report, sentence), inHeadings(report, sentence)];
  return [
    ...inSentence(report, sentence).map((list) => ({ ...list, focus: about(reading, list.quotes[0]) })),
    ...around.filter((list) => list !== null).map((list) => ({ ...list, focus: 0.95 * about(reading, whole) })),
  ];
}

/** Weighted mean of how well the question's words are met in a stretch of the sentence. */
function about(reading: Reading, { start, end }: Span): number {
  const shift = reading.ownStart - reading.sentence.start;
  const total = reading.words.reduce((sum, { weight }) => sum + weight, 0);
  if (total === 0) return 0;
  return reading.words.reduce((sum, word) => sum + word.weight * Math.max(0, similarityWithin(reading, word, start + shift, end + shift)), 0) / total;
}

/** Rows named within the sentence whose members are sure: counted, quoted, bracketed, or closed by 等. */
function inSentence(report: Report, sentence: Sentence): Found[] {
  const text = report.text.slice(sentence.start, sentence.end);
  const shift = ({ start, end }: Span) => ({ start: start + sentence.start, end: end + sentence.start });
  return findEnumerations(text).flatMap(({ items, span, count }) => {
    const sure = count === items.length || /[“（(]/.test(text.charAt(items[0]?.start ?? 0)) || (items.length >= 3 && count === null);
    if (items.length < 2) return [];
    const start = clauseStart(text, span.start);
    return [{ items: items.map(shift), quotes: [shift({ start, end: clauseEnd(text, span.end) })], count, sure }];
  });
}

/** 一是…二是…三是… of the sentence's passage, also where other sentences stand between them. */
function inOrdinals(report: Report, sentence: Sentence): Found | null {
  const siblings = report.sentences.filter(({ passage }) => passage === sentence.passage);
  const marked = siblings.filter((sibling) => ORDINAL.test(textOf(report, sibling)));
  const first = marked[0];
  if (first === undefined || marked.length < 2) return null;
  const announces = sentence.start < first.start && siblings.indexOf(first) - siblings.indexOf(sentence) <= 2;
  if (!announces && !marked.includes(sentence)) return null;
  const items = marked.map((item) => trimmed(report, item));
  return { items, quotes: items as [Span, ...Span[]], count: announcedCount(report, siblings, first, marked.length), sure: true };
}

function announcedCount(report: Report, siblings: readonly Sentence[], first: Sentence, length: number): number | null {
  const before = siblings.slice(0, siblings.indexOf(first)).map((sibling) => textOf(report, sibling)).join('');
  return findCountWords(before).find(({ count }) => count === length)?.count ?? null;
}

/** The run of sentences of one make (依托…；依托…) the sentence belongs to, or announces by their number. */
function inNeighbours(report: Report, sentence: Sentence): Found | null {
  const siblings = report.sentences.filter(({ passage, kind }) => passage === sentence.passage && kind === 'body');
  const place = siblings.indexOf(sentence);
  const counts = findCountWords(textOf(report, sentence));
  for (const start of place < 0 ? [0, 1, 2] : [place, place + 1]) {
    const run = runFrom(report, siblings, start);
    const counted = counts.find(({ count }) => count === run.length)?.count ?? null;
    if (counted === null && (run.length < 3 || !run.includes(sentence))) continue;
    const [first, last] = [run[0], run.at(-1)];
    if (first === undefined || last === undefined) continue;
    const quote = trimmed(report, { start: first.start, end: last.end });
    return { items: run.map((item) => trimmed(report, item)), quotes: [quote], count: counted, sure: true };
  }
  return null;
}

/** Sentences next to each other that start with the same two characters, around the one at `place`. */
function runFrom(report: Report, siblings: readonly Sentence[], place: number): readonly Sentence[] {
  const own = siblings[place];
  if (own === undefined) return [];
  const make = (sibling: Sentence | undefined) => textOf(report, sibling).slice(0, 2);
  let [from, to] = [place, place];
  while (from > 0 && make(siblings[from - 1]) === make(own)) from -= 1;
  while (to + 1 < siblings.length && make(siblings[to + 1]) === make(own)) to += 1;
  return siblings.slice(from, to + 1);
}

/** Headings that a sentence announces (做好以下五个方面的工作：), or that stand below the heading it is. */
function inHeadings(report: Report, sentence: Sentence): Found | null {
  const children = childrenOf(report, sentence);
  const announced = findCountWords(textOf(report, sentence)).find(({ count }) => count === children.length);
  if (children.length < 2 || (announced === undefined && sentence.kind !== 'heading')) return null;
  const items = children.map(({ start, end }) => trimmed(report, { start, end }));
  return { items, quotes: items as [Span, ...Span[]], count: announced?.count ?? null, sure: true };
}

function childrenOf({ headings, passages }: Report, sentence: Sentence): readonly Heading[] {
  if (sentence.kind === 'heading') {
    const own = headings.find(({ start, end }) => start < sentence.end && end > sentence.start);
    return own === undefined ? [] : headings.filter(({ parent }) => parent === own.index);
  }
  const heading = headings[passages[sentence.passage]?.heading ?? -1];
  const following = headings.filter(({ start }) => start >= sentence.end);
  const next = following[0];
  if (next === undefined || (next.parent !== (heading?.index ?? null) && next.parent !== (heading?.parent ?? null))) return [];
  return following.filter(({ parent, level }) => parent === next.parent && level === next.level);
}

function clauseStart(text: string, position: number): number {
  return Math.max(...['，', '；', '。', ',', ';', '：'].map((mark) => text.lastIndexOf(mark, position - 1) + 1));
}

function clauseEnd(text: string, position: number): number {
  const ends = ['，', '；', '。', ',', ';'].map((mark) => text.indexOf(mark, position)).filter((end) => end >= 0);
  return Math.min(text.length, ...ends);
}

function textOf(report: Report, span: Span | undefined): string {
  return span === undefined ? '' : report.text.slice(span.start, span.end);
}

function trimmed(report: Report, span: Span): Span {
  const text = textOf(report, span);
  return { start: span.start, end: span.start + text.replace(/\s+$/u, '').replace(CLOSING, '').length };
}
