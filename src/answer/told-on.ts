import type { Report, Sentence, Span } from '../domain/report.ts';
import { clausesWithin } from '../text/split-clauses.ts';
import type { Judged } from './decide.ts';
import { figureKinds } from './figure-kinds.ts';
import { findMembers, textOf } from './member-lists.ts';

/** What is told of one subject in several sentences is quoted up to this length. */
const LONGEST_TOLD = 110;
/** A sentence shorter than this without a figure may head those behind it. */
const LONGEST_HEAD = 20;
/** A heading that is so much as near to the question as what stands under it is what is asked about. */
const AS_NEAR = 0.75;
/** … and what stands behind it in its paragraph, which is about the same for that alone. */
const AS_NEAR_BEHIND = 0.65;
/** 四是…, 3.…, ★…: what stands up to the next one is of it. */
const NUMBERED =
  /^(?:[一二三四五六七八九十]{1,3}[是要]|第[一二三四五六七八九十]{1,2}[,，]|[（(]?\d{1,2}[）).、．](?!\d)|[★●◆■])/u;

/** It says that something is done, and what is done stands behind it: 四是壮大集体经济。, 城市管理精细高效。 */
function isHead({ reading: { report, sentence } }: Pick<Judged, 'reading'>): boolean {
  return sentence.kind === 'heading' || looksLikeHead(textOf(report, sentence));
}

/** It says no more than that something is done, and is no member of a row: 改革个税。 */
export function saysNoMore({ reading: { report, sentence } }: Pick<Judged, 'reading'>): boolean {
  const text = textOf(report, sentence);
  return sentence.kind === 'heading' || (looksLikeHead(text) && !NUMBERED.test(text));
}

function isNumbered(span: Span, report: Report): boolean {
  return NUMBERED.test(textOf(report, span));
}

function looksLikeHead(text: string): boolean {
  const words = text.replace(NUMBERED, '');
  return words.length <= LONGEST_HEAD && /^[^，,、；;]+。$/u.test(words) && figureKinds(words).length === 0;
}

/**
 * The best with what is told of the same beside it: what stands under a heading; all of a short paragraph whose heading
 * is asked about; else the next sentences that are `near` to the question as well (消防站建成；排查隐患4312处).
 */
export function toldOn(best: Judged, near: readonly Judged[]): Judged {
  const behind = sentencesBehind(best);
  if (best.reading.sentence.kind === 'heading') return quotedFrom(best, behind);
  if (near.some((one) => heads(one, best)) && wholeIsShort(best))
    return quotedFrom(best, [...sentencesBefore(best), best.reading.sentence, ...behind]);
  return goesOnWith(best, behind, near);
}

/** The best with the next sentences that are near, or with all behind it where it heads them. */
function goesOnWith(best: Judged, behind: readonly Sentence[], near: readonly Judged[]): Judged {
  const { report, sentence } = best.reading;
  const [next] = behind;
  // A quote that is cut short goes on to nothing.
  if (next === undefined || sentence.end - best.quote.end > 1) return best;
  const isNear = (one: Sentence) =>
    near.some(
      ({ reading, features }) =>
        reading.sentence === one && features.met >= AS_NEAR_BEHIND * best.features.met,
    );
  const isHeading = isHead(best) && (isNumbered(sentence, report) || isNear(next));
  const upTo = isHeading ? -1 : behind.findIndex((one) => !isNear(one));
  return quotedFrom(best, [best.quote, ...(upTo < 0 ? behind : behind.slice(0, upTo))]);
}

/** Quoted by these stretches of its report, as far as whole clauses of them fit. */
function quotedFrom(best: Judged, stretches: readonly Span[]): Judged {
  const [first] = stretches;
  const clauses = stretches.flatMap((one) => clausesWithin(best.reading.report.text, one));
  const last = clauses.findLast(({ end }) => end - (first?.start ?? 0) <= LONGEST_TOLD);
  if (first === undefined || last === undefined) return best;
  const isMore = last.end > best.quote.end || first.start < best.quote.start;
  return isMore ? { ...best, quote: { start: first.start, end: last.end } } : best;
}

/** Its paragraph, but for the heading that runs into it, can be quoted whole. */
function wholeIsShort({ reading: { report, sentence } }: Judged): boolean {
  const body = report.sentences.filter(
    ({ passage, kind }) => passage === sentence.passage && kind === 'body',
  );
  return (body.at(-1)?.end ?? 0) - (body[0]?.start ?? 0) <= LONGEST_TOLD;
}

/** The sentences behind one in its passage, up to the next that heads others; those of the passage behind a heading. */
function sentencesBehind({ reading: { report, sentence } }: Judged): readonly Sentence[] {
  const rest = report.sentences.slice(sentence.index + 1);
  const passage = sentence.kind === 'heading' ? rest[0]?.passage : sentence.passage;
  const end = rest.findIndex((one) => one.passage !== passage || !goesOn(one, sentence, report));
  return end < 0 ? rest : rest.slice(0, end);
}

function sentencesBefore({ reading: { report, sentence } }: Judged): readonly Sentence[] {
  const before = report.sentences.slice(0, sentence.index);
  const last = before.findLastIndex(
    (one) => one.passage !== sentence.passage || !goesOn(one, sentence, report),
  );
  return before.slice(last + 1);
}

/** Of the same time, and no head of something else. */
function goesOn(one: Sentence, { frame }: Sentence, report: Report): boolean {
  const words = textOf(report, one);
  return (
    one.kind === 'body' &&
    one.frame.role === frame.role &&
    one.frame.from === frame.from &&
    one.frame.to === frame.to &&
    !NUMBERED.test(words) &&
    !looksLikeHead(words)
  );
}

/** The innermost heading of the one is the other, and as near to what is asked. */
function heads(heading: Judged, best: Judged): boolean {
  return (
    heading.features.heading === 1 &&
    standsUnder(best, heading) &&
    heading.features.met >= AS_NEAR * best.features.met
  );
}

/** The innermost heading of the one is the other. */
export function standsUnder({ reading }: Judged, { reading: { report, sentence } }: Judged): boolean {
  const heading = textOf(report, sentence).replace(/是?[。：:\s]+$/u, '');
  const { headingPath, kind } = reading.sentence;
  return reading.report === report && kind === 'body' && (headingPath.at(-1) ?? '').includes(heading);
}

/** What a citizen would miss beside what is told: no heading, no mere 改革个税。, and nothing that is quoted already. */
export function addsToIt(one: Judged, { reading, quote, features }: Judged): boolean {
  const { report, sentence } = one.reading;
  const isQuoted = report === reading.report && one.quote.start >= quote.start && one.quote.end <= quote.end;
  const isBare = saysNoMore(one) && one.features.covered <= features.covered;
  return !isQuoted && !isBare && sentence.kind !== 'heading';
}

/** 瓶颈有哪些 is told by all that the one member says that speaks of it: 一是瓶颈犹在，甲不足，乙不够，丙缓慢. */
export function asWholeMember(best: Judged): Judged {
  const { report, sentence } = best.reading;
  const member = findMembers(report, sentence)
    .flatMap(({ items }) => items)
    .find(({ start, end }) => start === sentence.start && end >= best.quote.end);
  return member === undefined || sentence.kind === 'heading' ? best : { ...best, quote: member };
}
