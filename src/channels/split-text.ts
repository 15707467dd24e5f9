import { findFigures } from '../text/figures.ts';

/** How a platform measures a message. */
export type Measure = 'utf-8-bytes' | 'utf-16-units';

/** Where a text may be cut, best first; `within` is for a piece that is too long by itself. */
const RANKS = ['line', 'sentence', 'clause', 'character', 'within'] as const;
type Rank = (typeof RANKS)[number];

/** A segment is rather cut at a worse place than left emptier than this. */
const LEAST_FILLED = 1 / 3;

const LINE_END = /\n+/gu;
/** With what closes behind it; the point of 1. opens an item and ends no sentence. */
const SENTENCE_END = /(?:[。！？；;]|(?<!\d)[.!?](?=\s))[”’）)】」』]*/gu;
const CLAUSE_END = /[，、,：:](?!\d)[”’）)】」』]*/gu;
/** 【原文】“…” to the end of its line, a label alone, a name in quotes. */
const WHOLE = /【[^】\n]*】“[^\n]*”|【[^】\n]*】|“[^“”\n]*”/gu;

/** The length of a text as the platform counts it. */
export function measureText(text: string, measure: Measure): number {
  return measure === 'utf-8-bytes' ? Buffer.byteLength(text, 'utf8') : text.length;
}

/**
 * Cuts a text into segments of at most `limit`: between lines, else sentences, else clauses. A figure with its
 * unit, a quote and a label stay whole unless they alone are longer; no character is ever cut. White space at a
 * cut is dropped. `limit` must hold a character (some 30 bytes for the longest emoji).
 */
export function splitText(text: string, limit: number, measure: Measure): readonly string[] {
  const whole = text.trim();
  if (measureText(whole, measure) <= limit) return whole === '' ? [] : [whole];
  const ranks = rankCuts(whole, limit, measure);
  const segments: string[] = [];
  for (let from = 0; from < whole.length; ) {
    const to = nextCut(whole, from, ranks, limit, measure);
    const segment = whole.slice(from, to).trim();
    if (segment !== '') segments.push(segment);
    from = to;
  }
  return segments;
}

function nextCut(
  text: string,
  from: number,
  ranks: readonly (Rank | undefined)[],
  limit: number,
  measure: Measure,
): number {
  const last = new Map<Rank, number>();
  const lastFilled = new Map<Rank, number>();
  let length = 0;
  let end = from;
  for (const character of text.slice(from, from + limit + 1)) {
    length += measureText(character, measure);
    if (length > limit) break;
    end += character.length;
    const rank = end === text.length ? 'line' : ranks[end];
    if (rank === undefined) continue;
    last.set(rank, end);
    if (length >= limit * LEAST_FILLED || end === text.length) lastFilled.set(rank, end);
  }
  if (end === text.length) return end;
  const between = RANKS.filter((rank) => rank !== 'within');
  for (const cuts of [lastFilled, last]) {
    const rank = between.find((each) => cuts.has(each));
    if (rank !== undefined) return cuts.get(rank) ?? end;
  }
  // A code point at least: a limit below one grapheme still comes to an end.
  const point = String.fromCodePoint(text.codePointAt(from) ?? 0).length;
  return last.get('within') ?? Math.max(end, from + point);
}

/** The best rank of a cut before each UTF-16 unit; undefined inside a character. */
function rankCuts(text: string, limit: number, measure: Measure): readonly (Rank | undefined)[] {
  const ranks: (Rank | undefined)[] = [];
  for (const { index } of new Intl.Segmenter('zh').segment(text)) ranks[index] = 'character';
  const ends = [
    ['clause', CLAUSE_END],
    ['sentence', SENTENCE_END],
    ['line', LINE_END],
  ] as const;
  for (const [rank, pattern] of ends) {
    for (const match of text.matchAll(pattern)) {
      const end = match.index + match[0].length;
      if (ranks[end] !== undefined) ranks[end] = rank;
    }
  }
  const pieces = [...text.matchAll(WHOLE)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
  }));
  const fitting = pieces.filter(({ start, end }) => measureText(text.slice(start, end), measure) <= limit);
  for (const { start, end } of [...fitting, ...findFigures(text)]) {
    for (let at = start + 1; at < end; at += 1) if (ranks[at] !== undefined) ranks[at] = 'within';
  }
  return ranks;
}
