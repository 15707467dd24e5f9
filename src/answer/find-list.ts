import type { Heading, Report, Sentence, Span } from '../domain/report.ts';
import { findEnumerations } from '../text/enumerations.ts';
import { findMembers, listOf, type Members, NUMBERED, textOf } from './member-lists.ts';
import { type Reading, similarityWithin, type WordReading } from './read-candidate.ts';

/** A list of the report that may be the one asked for. */
export interface ReportList extends Members {
  readonly report: Report;
  /** How much the place that names the list is about the question, 0…1. */
  readonly focus: number;
}

/** A list the sentence is a part of is likelier meant than a row of words within it. */
const WHOLE_LIST = 1.1;
/** What weighs so much of the heaviest word that is met says much. */
const MOST = 0.7;
/** A member that the question names itself. */
const EXAMPLE =
  /(?:[像如]|除了?|不算)(?<one>[^,，。]{1,14}?)(?:这[样种些类]|那[样种些类]|之?类|一样|[之以]?外|还有)/u;

/** The lists a candidate holds, belongs to or announces. */
export function findLists(reading: Reading): readonly ReportList[] {
  const { report, sentence } = reading;
  return [
    ...inSentence(report, sentence).map((list) => ({
      ...list,
      report,
      focus: about(reading, list.quotes[0]),
    })),
    ...findMembers(report, sentence).map((list) => ({ ...list, report, focus: aboutAll(reading, list) })),
  ];
}

/** How much a list is about the question; not at all where a word that says much asks about the one member read. */
function aboutAll(reading: Reading, list: Members): number {
  const known = (word: WordReading) => saysOf(list, reading, word);
  const heaviest = Math.max(0, ...reading.words.map(({ exact, weight }) => (exact ? weight : 0)));
  const asksOfOne = reading.words.some((word) => word.weight >= MOST * heaviest && known(word) === 0);
  return asksOfOne ? 0 : WHOLE_LIST * about(reading, reading.sentence, known);
}

/**
 * Weighted mean of how well the question's words are met in a stretch of the sentence, or by what is `known` of them
 * from elsewhere.
 */
function about(
  reading: Reading,
  { start, end }: Span,
  known: (word: WordReading) => number | null = () => null,
): number {
  const shift = reading.ownStart - reading.sentence.start;
  const total = reading.words.reduce((sum, { weight }) => sum + weight, 0);
  if (total === 0) return 0;
  const text = reading.report.text.slice(start, end).toLowerCase();
  const met = reading.words.map((word) => {
    // Its own word tells two rows of one make apart where likeness does not.
    const similarity =
      known(word) ??
      (text.includes(word.word.toLowerCase())
        ? 1
        : similarityWithin(reading, word, start + shift, end + shift));
    return word.weight * Math.max(0, similarity);
  });
  return met.reduce((sum, one) => sum + one, 0) / total;
}

/**
 * A word that stands where a list begins, or in an example (像甲这样的有哪几类), is said of the whole list: 1. One that
 * stands in the one member that the sentence is asks about that member: 0. Null where neither is so.
 */
function saysOf(
  { items }: Members,
  { report, sentence, found }: Reading,
  { word }: WordReading,
): number | null {
  const holds = (text: string) => text.toLowerCase().includes(word.toLowerCase());
  const others = items.filter(({ start, end }) => start >= sentence.end || end <= sentence.start);
  if (others.length === items.length) return null;
  const [first] = items;
  const told = [
    textOf(
      report,
      report.sentences.findLast(({ end }) => end <= (first?.start ?? 0)),
    ),
    textOf(report, sentence.leadIn ?? undefined),
    // 主要目标是：甲增长6%，…
    report.text.slice(sentence.start, Math.max(sentence.start, first?.start ?? 0)),
    /^[^：:]*[：:]/u.exec(textOf(report, first))?.[0] ?? '',
    EXAMPLE.exec(found.text)?.groups?.one ?? '',
  ];
  if (told.some(holds)) return 1;
  const isOfOne =
    holds(textOf(report, sentence)) &&
    ![...sentence.headingPath, ...others.map((item) => textOf(report, item))].some(holds);
  return isOfOne ? 0 : null;
}

/** Rows named within the sentence. */
function inSentence(report: Report, sentence: Sentence): Members[] {
  // The 、 of the sentence's own number joins no members.
  const offset = sentence.start + (NUMBERED.exec(textOf(report, sentence))?.[0].length ?? 0);
  const text = report.text.slice(offset, sentence.end);
  const shift = ({ start, end }: Span) => ({ start: start + offset, end: end + offset });
  return findEnumerations(text).flatMap(({ items, span, count }) => {
    if (items.length < 2) return [];
    const sure =
      count === items.length ||
      items.every(({ start }) => /[“（(]/.test(text.charAt(start))) ||
      (items.length >= 3 && count === null);
    const start = clauseStart(text, span.start);
    return [
      { items: items.map(shift), quotes: [shift({ start, end: clauseEnd(text, span.end) })], count, sure },
    ];
  });
}

/** Headings as the members of a list. */
export function headingsAsList(report: Report, headings: readonly Heading[]): ReportList {
  return { ...listOf(report, headings, headings.length), report, focus: 1 };
}

function clauseStart(text: string, position: number): number {
  return Math.max(
    ...['，', '；', '。', ',', ';', '：'].map((mark) => text.lastIndexOf(mark, position - 1) + 1),
  );
}

function clauseEnd(text: string, position: number): number {
  const ends = ['，', '；', '。', ',', ';']
    .map((mark) => text.indexOf(mark, position))
    .filter((end) => end >= 0);
  return Math.min(text.length, ...ends);
}
