import type { Span } from '../domain/report.ts';

/** A sentence or a clause of a `；` list, with the words before the list that it leans on. */
export interface SplitSentence extends Span {
  readonly leadIn: Span | null;
}

/** Above this many characters a sentence of `；`-joined clauses is split into its clauses. */
const LONG_SENTENCE = 60;
/** A quotation or bracket longer than this holds sentences of its own, so it is split like other text. */
const LONG_QUOTATION = 240;
/** A lead-in up to this long is only a phrase (主要是：). */
const SHORT_LEAD_IN = 6;
/** Longer than this, what stands before 一是 is no lead-in but a sentence that happens to precede it. */
const LONG_LEAD_IN = 90;

const CLOSER_OF: Readonly<Record<string, string>> = {
  '“': '”',
  '‘': '’',
  '「': '」',
  '『': '』',
  '（': '）',
  '(': ')',
  '《': '》',
  '〈': '〉',
  '【': '】',
  '〔': '〕',
};
const CLOSING = '”’」』）)》〉】〕';
const QUOTE_CLOSING = '”’」』';
const BLANK = /[\s\u200b-\u200f\u2060\ufeff]/u;
const CHINESE = /[\u3400-\u9fff\u3000-\u303f\uff00-\uffef“”‘’%％\d]/u;
const ENUMERATOR =
  /^(?:[一二三四五六七八九十]{1,3}[是要](?!否)|第[一二三四五六七八九十]{1,3}[，、,：:]|[（(](?:[一二三四五六七八九十]{1,3}|\d{1,2})[）)]|[①-⑳]|\d{1,2}[.．、](?!\d))/u;
const FIRST_ENUMERATOR = /^(?:一[是要]|第一[，、,：:]|[（(][一1][）)]|①|1[.．、](?!\d))/u;
/** 二是, 三是 … right after a comma go on with a list whose items are joined by commas. */
const LATER_ENUMERATOR = /^(?:[二三四五六七八九]|十[一二三四五]?)是(?!否)/u;

/**
 * Splits a stretch of text into sentences, and long `；` lists into clauses that keep their lead-in.
 * Spans are trimmed and cover all but blanks; the final 。 or ； stays inside. The lead-in of a list
 * is a sentence of its own. `before` is what precedes the span and may serve its first list as lead-in.
 */
export function splitSentences(
  text: string,
  span: Span,
  before: Span | null = null,
): readonly SplitSentence[] {
  const shelter = shelteredUntil(text, span);
  const result: SplitSentence[] = [];
  let leadIn: Span | null = null;
  let previous: Span | null = before;
  for (const sentence of cut(text, span, shelter, isFullStop)) {
    const pieces = piecesOf(sentence);
    result.push(...pieces);
    previous = pieces.at(-1) ?? previous;
  }
  return result;

  function piecesOf(sentence: Span): readonly SplitSentence[] {
    const clauses = cut(text, sentence, shelter, (index) => isClauseEnd(text, index));
    const [first, ...rest] = clauses;
    if (first === undefined) return [];
    const splits = sentence.end - sentence.start > LONG_SENTENCE || rest.some(isEnumerated);
    const lead = leadBefore(first, rest.length > 0 && splits, sentence);
    if (lead !== null) leadIn = widened(lead);
    else if (FIRST_ENUMERATOR.test(opening(sentence))) leadIn = shortEnough(previous);
    const parts = splits ? clauses : [sentence];
    const isWithin = lead?.start === sentence.start;
    const items = lead !== null && isWithin ? withoutLead(lead, parts) : parts;
    const isList = lead !== null && items.length + (isWithin ? 1 : 0) > 1;
    const leaning = items.map((item) => ({ ...item, leadIn: isList || isEnumerated(item) ? leadIn : null }));
    return lead !== null && isWithin ? [{ ...lead, leadIn: null }, ...leaning] : leaning;
  }

  function opening({ start }: Span): string {
    return text.slice(start, start + 8);
  }

  function isEnumerated(item: Span): boolean {
    return ENUMERATOR.test(opening(item));
  }

  /** A lead-in as short as 主要是： says nothing without the sentence before it. */
  function widened(lead: Span): Span {
    if (previous === null || lead.end - lead.start > SHORT_LEAD_IN || lead.start < previous.end) return lead;
    return shortEnough({ start: previous.start, end: lead.end }) ?? lead;
  }

  /** The words of a sentence's first clause that its list leans on, or what precedes the whole list. */
  function leadBefore(first: Span, isList: boolean, sentence: Span): Span | null {
    const colon = findColon(text, first, shelter);
    if (colon !== null) {
      const item = skipBlanks(text, colon + 1, first.end);
      const enumerated = FIRST_ENUMERATOR.test(text.slice(item, item + 8));
      const continues = enumerated && hasSecondEnumerator(text.slice(item, span.end));
      if (item < first.end && (isList || continues)) return trimSpan(text, first.start, colon + 1);
    }
    if (isList) {
      const inner = /[，,](?=一[是要])/u.exec(text.slice(first.start, first.end));
      if (inner !== null) return { start: first.start, end: first.start + inner.index + 1 };
      const opensSpan = sentence.start === skipBlanks(text, span.start, span.end);
      if (opensSpan && before !== null && '：:'.includes(text[before.end - 1] ?? ' ')) return before;
    }
    return null;
  }

  function withoutLead(lead: Span, [first, ...rest]: readonly Span[]): readonly Span[] {
    const remainder = first === undefined ? null : trimSpan(text, lead.end, first.end);
    return remainder === null ? rest : [remainder, ...rest];
  }

  function isFullStop(index: number): boolean {
    const character = text[index] ?? '';
    if ('。！？'.includes(character)) return true;
    if ('!?'.includes(character)) return CHINESE.test(text[index - 1] ?? '');
    return character === '.' && isHalfWidthStop(text, index, span);
  }
}

/** The span without blanks at its edges, zero-width characters included; null if nothing is left. */
export function trimSpan(text: string, start: number, end: number): Span | null {
  let first = start;
  let last = end;
  while (first < last && BLANK.test(text[first] ?? '')) first += 1;
  while (last > first && BLANK.test(text[last - 1] ?? '')) last -= 1;
  return first < last ? { start: first, end: last } : null;
}

function shortEnough(span: Span | null): Span | null {
  return span !== null && span.end - span.start <= LONG_LEAD_IN ? span : null;
}

function hasSecondEnumerator(text: string): boolean {
  return /(?:^|[。；;，！？])\s*(?:二[是要]|第二[，、,：:]|[（(][二2][）)]|②|2[.．、](?!\d))/u.test(text);
}

function isClauseEnd(text: string, index: number): boolean {
  const character = text[index] ?? '';
  if (character === '，' && LATER_ENUMERATOR.test(text.slice(index + 1, index + 6))) return true;
  return character === '；' || (character === ';' && CHINESE.test(text[index - 1] ?? ''));
}

/** A half-width full stop, as opposed to the point of 3.5, of PM2.5 and of the list number 1.、 */
function isHalfWidthStop(text: string, index: number, span: Span): boolean {
  const next = text[index + 1] ?? '';
  const previous = text[index - 1] ?? '';
  if (/[A-Z]/u.test(next)) return /[\u4e00-\u9fff”）)%％]/u.test(previous);
  const closes = index + 1 >= span.end || BLANK.test(next) || /[\u4e00-\u9fff“]/u.test(next);
  if (!closes || !/[\u4e00-\u9fff”）)%％\d]/u.test(previous)) return false;
  let digits = index;
  while (digits > span.start && /\d/u.test(text[digits - 1] ?? '')) digits -= 1;
  if (digits === index) return true;
  const isListNumber = trimSpan(text, span.start, digits) === null || BLANK.test(text[digits - 1] ?? '');
  return !isListNumber && !/[。；：！？;:]/u.test(text[digits - 1] ?? '');
}

function findColon(text: string, span: Span, shelter: ReadonlyMap<number, number>): number | null {
  for (let index = span.start; index < span.end; index += 1) {
    const closing = shelter.get(index);
    if (closing !== undefined) index = closing;
    const character = text[index] ?? '';
    const isTime = /\d/u.test(text[index - 1] ?? '') && /\d/u.test(text[index + 1] ?? '');
    if ('：:'.includes(character) && !isTime) return index;
  }
  return null;
}

function skipBlanks(text: string, start: number, end: number): number {
  let index = start;
  while (index < end && BLANK.test(text[index] ?? '')) index += 1;
  return index;
}

/** Cuts a span after every ender that stands outside quotes and brackets; pieces are trimmed. */
function cut(
  text: string,
  span: Span,
  shelter: ReadonlyMap<number, number>,
  isEnder: (index: number) => boolean,
): readonly Span[] {
  const pieces: Span[] = [];
  let start = span.start;
  for (let index = span.start; index < span.end; index += 1) {
    const closing = shelter.get(index);
    if (closing !== undefined) {
      const ends = isEnder(closing - 1) && quotationEndsSentence(text, span, start, index, closing);
      index = closing;
      if (!ends) continue;
    } else if (!isEnder(index)) continue;
    while (index + 1 < span.end && (CLOSING.includes(text[index + 1] ?? ' ') || isEnder(index + 1)))
      index += 1;
    push(start, index + 1);
    start = index + 1;
  }
  push(start, span.end);
  return pieces;

  function push(from: number, to: number): void {
    const piece = trimSpan(text, from, to);
    if (piece !== null) pieces.push(piece);
  }
}

/**
 * A quotation that ends with 。 ends the sentence only where it is the whole sentence or stands after
 * a colon, and what follows does not go on (…。”的要求, …。”，).
 */
function quotationEndsSentence(
  text: string,
  span: Span,
  start: number,
  open: number,
  close: number,
): boolean {
  if (!QUOTE_CLOSING.includes(text[close] ?? ' ')) return false;
  const next = text[skipBlanks(text, close + 1, span.end)] ?? '';
  if (/[，、；：,;:。的等之是和与]/u.test(next)) return false;
  return trimSpan(text, start, open) === null || /[：:，,]/u.test(text[open - 1] ?? '');
}

/** For each opening quote or bracket that has its partner: where that is. Lone ones shelter nothing. */
function shelteredUntil(text: string, span: Span): ReadonlyMap<number, number> {
  const open: { index: number; closer: string }[] = [];
  const pairs = new Map<number, number>();
  for (let index = span.start; index < span.end; index += 1) {
    const character = text[index] ?? '';
    const closer = CLOSER_OF[character];
    if (closer !== undefined) open.push({ index, closer });
    else if (character === '"' && !open.some((entry) => entry.closer === '"'))
      open.push({ index, closer: '"' });
    else if (character === '"' || CLOSING.includes(character)) close(character, index);
  }
  return pairs;

  function close(character: string, index: number): void {
    const at = open.findLastIndex((entry) => entry.closer === character);
    const opener = open[at];
    if (opener === undefined) return;
    open.length = at;
    if (index - opener.index <= LONG_QUOTATION) pairs.set(opener.index, index);
  }
}
