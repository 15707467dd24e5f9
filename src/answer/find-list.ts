import type { Heading, Report, Sentence, Span } from '../domain/report.ts';
import { findCountWords, smallNumber } from '../text/counts.ts';
import { findEnumerations } from '../text/enumerations.ts';
import { clausesWithin } from '../text/split-clauses.ts';
import { type Reading, similarityWithin } from './read-candidate.ts';

/** Members of an enumeration of the report, with the stretches that are quoted for it. */
export interface ReportList {
  readonly report: Report;
  readonly items: readonly Span[];
  readonly quotes: readonly [Span, ...Span[]];
  /** What the report says their number is, null where it does not. */
  readonly count: number | null;
  /** The members are told apart by a count, marks or their number; a pair joined by 、 may be anything. */
  readonly sure: boolean;
  /** How much the place that names the list is about the question, 0…1. */
  readonly focus: number;
}

type Found = Omit<ReportList, 'report' | 'focus'>;

const NUMBERED =
  /^(?:[（(][一二三四五六七八九十]{1,3}[）)]|[一二三四五六七八九十]{1,3}、|\d{1,2}[.、．](?!\d))/u;
const ORDINAL =
  /(?:^|[：:])(?:(?<is>[一二三四五六七八九十]{1,3})是|第(?<th>[一二三四五六七八九十]{1,3})[，,、])/u;
/** What stands between the number of what follows and the end of the sentence: 做好以下三个方面的工作：, not 二级公路建成、…. */
const ANNOUNCES = /^[^，。；、]{0,12}[。：:]?\s*$/u;
const CLOSING = /[。；;，,：:！!]+$/u;
/** A list the sentence is a part of is likelier meant than a row of words within it. */
const WHOLE_LIST = 1.1;
/** A list that a sentence announces begins within so many sentences, and its members follow each other within so many. */
const NEAR = 3;
const APART = 25;
/** Fewer clauses behind a colon are an account. */
const LEAST_CLAUSES = 3;

/** The lists a candidate holds, belongs to or announces. */
export function findLists(reading: Reading): readonly ReportList[] {
  const { report, sentence } = reading;
  const around = [
    inOrdinals(report, sentence),
    inLeadIn(report, sentence),
    inNeighbours(report, sentence),
    inHeadings(report, sentence),
    inClauses(report, sentence),
  ];
  return [
    ...inSentence(report, sentence).map((list) => ({
      ...list,
      report,
      focus: about(reading, list.quotes[0]),
    })),
    ...around
      .filter((list) => list !== null)
      .map((list) => ({ ...list, report, focus: WHOLE_LIST * about(reading, sentence) })),
  ];
}

/** Weighted mean of how well the question's words are met in a stretch of the sentence. */
function about(reading: Reading, { start, end }: Span): number {
  const shift = reading.ownStart - reading.sentence.start;
  const total = reading.words.reduce((sum, { weight }) => sum + weight, 0);
  if (total === 0) return 0;
  const text = reading.report.text.slice(start, end).toLowerCase();
  const met = reading.words.map((word) => {
    // Its own word tells two rows of one make apart where likeness does not.
    const similarity = text.includes(word.word.toLowerCase())
      ? 1
      : similarityWithin(reading, word, start + shift, end + shift);
    return word.weight * Math.max(0, similarity);
  });
  return met.reduce((sum, one) => sum + one, 0) / total;
}

/** Rows named within the sentence. */
function inSentence(report: Report, sentence: Sentence): Found[] {
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

/** 一是…二是…三是…, also with other sentences or paragraphs between them, of which the sentence is one or which it announces. */
function inOrdinals(report: Report, sentence: Sentence): Found | null {
  const { sentences } = report;
  const own = ordinalOf(report, sentence);
  let first = sentence.index;
  if (own === null) {
    first = sentences.findIndex(
      (other) =>
        other.index > sentence.index &&
        other.index <= sentence.index + NEAR &&
        ordinalOf(report, other) === 1,
    );
    // What stands under the next heading is announced there.
    if (first < 0 || sentences.slice(sentence.index + 1, first).some(({ kind }) => kind === 'heading'))
      return null;
  } else {
    for (let wanted = own; wanted > 1; wanted -= 1) {
      const before = sentences
        .slice(Math.max(0, first - APART), first)
        .findLast((other) => ordinalOf(report, other) === wanted - 1);
      if (before === undefined) return null;
      first = before.index;
    }
  }
  const members: Sentence[] = [];
  for (const other of sentences.slice(first)) {
    if (other.index > (members.at(-1)?.index ?? first) + APART) break;
    const ordinal = ordinalOf(report, other);
    if (ordinal === members.length + 1) members.push(other);
    else if (ordinal === 1) break;
  }
  if (members.length < 2) return null;
  const before = sentences
    .slice(Math.max(0, first - NEAR), first)
    .map((other) => textOf(report, other))
    .join('');
  const count = findCountWords(before).find((word) => word.count === members.length)?.count ?? null;
  return listOf(report, members, count);
}

function ordinalOf(report: Report, sentence: Sentence): number | null {
  const groups = ORDINAL.exec(textOf(report, sentence))?.groups;
  return smallNumber(groups?.is ?? groups?.th ?? '');
}

/** The items of a `；` list after the words they all lean on: the sentence is one of them, or those words. */
function inLeadIn(report: Report, sentence: Sentence): Found | null {
  const start = sentence.leadIn?.start ?? sentence.start;
  const items = report.sentences.filter(({ leadIn }) => leadIn?.start === start);
  if (items.length < 2) return null;
  const count =
    findCountWords(textOf(report, items[0]?.leadIn ?? undefined)).find((word) => word.count === items.length)
      ?.count ?? null;
  return listOf(report, items, count);
}

/** The run of sentences of one make (依托…；依托…) the sentence belongs to, or announces by their number. */
function inNeighbours(report: Report, sentence: Sentence): Found | null {
  const siblings = report.sentences.filter(
    ({ passage, kind }) => passage === sentence.passage && kind === 'body',
  );
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
  const text = textOf(report, sentence);
  const announced = findCountWords(text).find(
    ({ count, end }) => count === children.length && ANNOUNCES.test(text.slice(end)),
  );
  if (children.length < 2 || (announced === undefined && sentence.kind !== 'heading')) return null;
  return listOf(report, children, announced?.count ?? null);
}

/** What a heading with a colon announces, clause by clause: 今年主要预期目标是：… */
function inClauses(report: Report, sentence: Sentence): Found | null {
  if (sentence.kind !== 'heading' || !/[：:]\s*$/u.test(textOf(report, sentence))) return null;
  const rest = report.sentences.slice(sentence.index + 1);
  const passage = rest[0]?.kind === 'body' ? rest[0].passage : -1;
  const until = rest.findIndex((other) => other.kind !== 'body' || other.passage !== passage);
  const body = until < 0 ? rest : rest.slice(0, until);
  const clauses = body.flatMap((part) => clausesWithin(report.text, part));
  return clauses.length < LEAST_CLAUSES ? null : listOf(report, clauses, null);
}

function childrenOf({ headings, passages }: Report, sentence: Sentence): readonly Heading[] {
  if (sentence.kind === 'heading') {
    const own = headings.find(({ start, end }) => start < sentence.end && end > sentence.start);
    return own === undefined ? [] : numberedAlone(headings.filter(({ parent }) => parent === own.index));
  }
  const heading = headings[passages[sentence.passage]?.heading ?? -1];
  const next = headings.find(({ start }) => start >= sentence.end);
  if (
    next === undefined ||
    (next.parent !== (heading?.index ?? null) && next.parent !== (heading?.parent ?? null))
  )
    return [];
  const following = headings.filter(
    ({ start, parent, level }) => start >= next.start && parent === next.parent && level === next.level,
  );
  return numberedAlone(following);
}

/** Among numbered headings stand others that nobody counts. */
function numberedAlone(headings: readonly Heading[]): readonly Heading[] {
  const numbered = headings.filter(({ label }) => NUMBERED.test(label));
  return numbered.length > 1 ? numbered : headings;
}

/** Headings as the members of a list. */
export function headingsAsList(report: Report, headings: readonly Heading[]): ReportList {
  return { ...listOf(report, headings, headings.length), report, focus: 1 };
}

function listOf(report: Report, members: readonly Span[], count: number | null): Found {
  const items = members.map((member) => trimmed(report, member));
  return { items, quotes: items as [Span, ...Span[]], count, sure: true };
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

function textOf(report: Report, span: Span | undefined): string {
  return span === undefined ? '' : report.text.slice(span.start, span.end);
}

function trimmed(report: Report, span: Span): Span {
  const text = textOf(report, span);
  return { start: span.start, end: span.start + text.replace(/\s+$/u, '').replace(CLOSING, '').length };
}
