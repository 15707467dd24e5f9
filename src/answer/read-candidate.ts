import type { Report, Sentence, Span } from '../domain/report.ts';
import type { ContentWord } from '../question/content-words.ts';
import type { Found } from '../retrieval/create-retriever.ts';

/** A content word of the question with its weight in this corpus: rare words weigh more. */
export interface WeighedWord extends ContentWord {
  /** It names a person, a place or an organisation: nothing else stands for it. */
  readonly isName: boolean;
  /** A name, or no word of the dictionary. */
  readonly isProper: boolean;
  /** Such a one that few sentences of the corpus have; no place on the map. */
  readonly isOwnName: boolean;
  /** It stands somewhere in the corpus. */
  readonly isKnown: boolean;
  readonly weight: number;
  /** What else the corpus calls it, in lower case. */
  readonly otherNames: readonly string[];
}

/** How one content word is met in a sentence. */
export interface WordReading extends WeighedWord {
  /** The word itself stands in the sentence, its lead-in or its heading path. */
  readonly exact: boolean;
  /** Mean over the word's tokens of the best cosine among the sentence's tokens, −1…1. */
  readonly similarity: number;
  /** For every token of the sentence the word's best cosine with it; read through `similarityWithin`. */
  readonly byToken: Float32Array;
}

/** A candidate as read against the question. */
export interface Reading {
  readonly found: Found;
  readonly report: Report;
  readonly sentence: Sentence;
  /** As encoded: the lead-in, then the sentence's own words from `ownStart` on. */
  readonly text: string;
  readonly ownStart: number;
  readonly words: readonly WordReading[];
}

/** Holds a question's words against one sentence. `words` are those of the wording that found it. */
export function readCandidate(
  found: Found,
  words: readonly WeighedWord[],
  { report, sentence, text }: { readonly report: Report; readonly sentence: Sentence; readonly text: string },
): Reading {
  const around = `${text} ${sentence.headingPath.join(' ')}`.toLowerCase();
  return {
    found,
    report,
    sentence,
    text,
    ownStart: Math.max(0, text.length - (sentence.end - sentence.start)),
    words: words.map((word) => ({
      ...word,
      exact: around.includes(word.word.toLowerCase()),
      ...compare(found, word),
    })),
  };
}

/** How like a word is to a token that is one of its characters: half the word where nothing more is known. */
const BY_A_CHARACTER = 0.5;

/**
 * The candidate as read by the question's own words, where a wording has put the report's term in the place of one that
 * the sentence has as well: 话费取消了吗 is found as 提速降费吗, and told by 取消话费 further on in the sentence.
 */
export function inOwnWords(reading: Reading, own: readonly WeighedWord[]): Reading {
  const { words, text, ownStart, found } = reading;
  const told = text.slice(ownStart).toLowerCase();
  const isOwn = ({ word }: ContentWord) => own.some((one) => one.word === word);
  const missing = own.filter(({ word }) => !words.some((one) => one.word === word));
  const isTold = ({ word }: ContentWord) => told.includes(word.toLowerCase());
  if (words.every(isOwn) || !missing.some((one) => one.word.length > 1 && isTold(one))) return reading;
  const width = found.sentenceSpans.length / 2;
  const readings = missing.map((word): WordReading => {
    const byToken = Float32Array.from({ length: width }, (_, token) => {
      const [start = 0, end = 0] = found.sentenceSpans.slice(2 * token, 2 * token + 2);
      return end > start && word.word.includes(text.slice(start, end)) ? BY_A_CHARACTER : -1;
    });
    const exact = isTold(word);
    return { ...word, exact, similarity: exact ? 1 : Math.max(-1, ...byToken), byToken };
  });
  return { ...reading, words: [...words.filter(isOwn), ...readings] };
}

/** The report's words that a candidate would be quoted by. */
export function quotedText({
  reading,
  quote,
}: {
  readonly reading: Pick<Reading, 'report'>;
  readonly quote: Span;
}): string {
  return reading.report.text.slice(quote.start, quote.end);
}

/** The best the word does among the tokens that stand in [start, end) of the encoded text. */
export function similarityWithin(
  { found }: Reading,
  { byToken }: WordReading,
  start: number,
  end: number,
): number {
  const { sentenceSpans } = found;
  let best = -1;
  for (let token = 0; token < byToken.length; token += 1) {
    if ((sentenceSpans[2 * token] ?? 0) < start || (sentenceSpans[2 * token + 1] ?? 0) > end) continue;
    best = Math.max(best, byToken[token] ?? -1);
  }
  return best;
}

/** Each of the word's tokens against each of the sentence's: the best of each column, the mean of each row's best. */
function compare(
  { questionSpans, sentenceSpans, cosines }: Found,
  word: ContentWord,
): Pick<WordReading, 'byToken' | 'similarity'> {
  const width = sentenceSpans.length / 2;
  const byToken = new Float32Array(width).fill(-1);
  let sum = 0;
  let rows = 0;
  for (let row = 0; row < questionSpans.length / 2; row += 1) {
    if ((questionSpans[2 * row] ?? 0) < word.start || (questionSpans[2 * row + 1] ?? 0) > word.end) continue;
    let best = -1;
    for (let column = 0; column < width; column += 1) {
      const score = cosines[row * width + column] ?? -1;
      best = Math.max(best, score);
      byToken[column] = Math.max(byToken[column] ?? -1, score);
    }
    sum += best;
    rows += 1;
  }
  return { byToken, similarity: rows === 0 ? 0 : sum / rows };
}

/** The report has the word elsewhere, and nothing stands in the sentence that is as much as `alike` like it. */
export function isLacked({ word, isKnown, exact, similarity }: WordReading, alike: number): boolean {
  return word.length > 1 && isKnown && !exact && similarity < alike;
}
