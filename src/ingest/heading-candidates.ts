import type { Span } from '../domain/report.ts';
import { splitSentences, trimSpan } from '../text/split-sentences.ts';
import { isNumbered, MARKER_KINDS, type Marker, type MarkerKind, markerOf } from './heading-markers.ts';
import { isHeadingShaped, type Paragraph } from './paragraphs.ts';
import { beginsWithSalutation } from './salutations.ts';

/** Marked headings by their marker; `bare` stands alone without one, `colon` and `lead` open a paragraph. */
export type HeadingKind = MarkerKind | 'bare' | 'colon' | 'lead';

/** A paragraph's opening that serves as a heading. */
export interface HeadingCandidate extends Span {
  readonly kind: HeadingKind;
  /** Whether the heading is the whole paragraph. */
  readonly ownLine: boolean;
}

const LONGEST_NUMBERED_RUN_IN = 64;
const LONGEST_LOOSE_RUN_IN = 48;
const LONGEST_COLON = 28;

const SAYING =
  /(?:指出|强调|(?<!总体|工作|目标|基本|主要|具体)要求|说|认为|提出|表示|告诉我们|看到|认识到|证明|以下.{0,8}|如下.{0,4}|几.{1,4}|做了|做到|中)(?:是)?$/u;

/** For each paragraph the heading that its own marks and punctuation make of its opening, or null. */
export function headingCandidates(
  text: string,
  paragraphs: readonly Paragraph[],
): readonly (HeadingCandidate | null)[] {
  return paragraphs.map((paragraph, index) => {
    if (beginsWithSalutation(paragraph.words)) return null;
    const next = paragraphs[index + 1];
    const marker = markerOf(paragraph.words);
    return marker === null ? unmarked(text, paragraph, next) : marked(text, paragraph, marker, next);
  });
}

function marked(
  text: string,
  paragraph: Paragraph,
  marker: Marker,
  next: Paragraph | undefined,
): HeadingCandidate | null {
  const { kind } = marker;
  const whole = { start: paragraph.start, end: paragraph.end, kind, ownLine: true };
  if (isHeadingShaped(paragraph) && next !== undefined && !isListOf(kind, next)) return whole;
  const term = termBeforeColon(text, paragraph, marker);
  if (term !== null) return { ...term, kind, ownLine: term.end === paragraph.end };
  const first = splitSentences(text, paragraph)[0];
  const longest = isNumbered(kind) ? LONGEST_NUMBERED_RUN_IN : LONGEST_LOOSE_RUN_IN;
  if (first === undefined || first.end - first.start > longest) return null;
  if (!/[。.！!][”’」』）)]*$/u.test(text.slice(first.start, first.end))) return null;
  if (first.end < paragraph.end) return { start: first.start, end: first.end, kind, ownLine: false };
  return next !== undefined && opens(kind, paragraph, next) ? whole : null;
}

/** Whether a lone sentence is the heading of what follows, rather than one item of a list of sentences. */
function opens(kind: MarkerKind, paragraph: Paragraph, next: Paragraph): boolean {
  if (beginsWithSalutation(next.words)) return false;
  const following = markerOf(next.words);
  if (following === null) return next.words.length > paragraph.words.length * 0.8;
  return MARKER_KINDS.indexOf(following.kind) > MARKER_KINDS.indexOf(kind);
}

/** Short unpunctuated lines of one kind, one after the other, are a list; parts and sections never are. */
function isListOf(kind: MarkerKind, next: Paragraph): boolean {
  const loose = !isNumbered(kind) || kind === 'item' || kind === 'subitem';
  return loose && markerOf(next.words)?.kind === kind && isHeadingShaped(next);
}

/** A numbered glossary entry: 3.“双一流”：…, with the term as its heading. */
function termBeforeColon(text: string, paragraph: Paragraph, marker: Marker): Span | null {
  if (marker.kind !== 'item' && marker.kind !== 'subitem') return null;
  const match = /^[^，。；！？]{2,40}?[：:]/u.exec(text.slice(paragraph.start, paragraph.end));
  return match === null ? null : { start: paragraph.start, end: paragraph.start + match[0].length };
}

function unmarked(text: string, paragraph: Paragraph, next: Paragraph | undefined): HeadingCandidate | null {
  if (isHeadingShaped(paragraph) && next !== undefined && !/^\d[\d\-:年月日\s]+$/u.test(paragraph.words))
    return { start: paragraph.start, end: paragraph.end, kind: 'bare', ownLine: true };
  const words = text.slice(paragraph.start, paragraph.end);
  const colon = new RegExp(`^([^，。；：:！？、]{4,${LONGEST_COLON}})[：:]`, 'u').exec(words);
  const lead = colon?.[1];
  if (colon === null || lead === undefined || SAYING.test(lead)) return null;
  const rest = trimSpan(text, paragraph.start + colon[0].length, paragraph.end);
  if (rest === null || rest.end - rest.start < 20) return null;
  return { start: paragraph.start, end: paragraph.start + colon[0].length, kind: 'colon', ownLine: false };
}
