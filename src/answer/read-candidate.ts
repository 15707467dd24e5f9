import type { Candidate } from '../domain/candidate.ts';
import type { Report, Sentence } from '../domain/report.ts';
import type { Encoding, TokenVectors } from '../models/encoder.ts';
import type { ContentWord } from '../question/content-words.ts';

/** A content word of the question with its weight in this corpus: rare words weigh more. */
export interface WeighedWord extends ContentWord {
  readonly weight: number;
}

/** A question ready to be held against sentences. */
export interface Asked {
  readonly encoding: Encoding;
  readonly words: readonly WeighedWord[];
  readonly dimensions: number;
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
  readonly candidate: Candidate;
  readonly report: Report;
  readonly sentence: Sentence;
  /** As encoded: the lead-in, then the sentence's own words from `ownStart` on. */
  readonly text: string;
  readonly ownStart: number;
  readonly encoding: TokenVectors;
  readonly words: readonly WordReading[];
}

/** Holds a question against one sentence, word by word. */
export function readCandidate(
  asked: Asked,
  candidate: Candidate,
  entry: { readonly report: Report; readonly sentence: Sentence; readonly text: string },
  encoding: TokenVectors,
): Reading {
  const { report, sentence, text } = entry;
  const around = `${text} ${sentence.headingPath.join(' ')}`.toLowerCase();
  const words = asked.words.map((word) => ({
    ...word,
    exact: around.includes(word.word.toLowerCase()),
    ...compare(asked, word, encoding),
  }));
  return { candidate, report, sentence, text, ownStart: text.length - (sentence.end - sentence.start), encoding, words };
}

/** The best the word does among the tokens that stand in [start, end) of the encoded text. */
export function similarityWithin(reading: Reading, word: WordReading, start: number, end: number): number {
  let best = -1;
  const { spans } = reading.encoding;
  for (let token = 0; token < word.byToken.length; token += 1) {
    if ((spans[2 * token] ?? 0) < start || (spans[2 * token + 1] ?? 0) > end) continue;
    best = Math.max(best, word.byToken[token] ?? -1);
  }
  return best;
}

function tokensOf(asked: Asked, word: ContentWord): number[] {
  const { spans, tokenCount } = asked.encoding;
  const tokens: number[] = [];
  for (let token = 0; token < tokenCount; token += 1) {
    if ((spans[2 * token] ?? 0) >= word.start && (spans[2 * token + 1] ?? 0) <= word.end) tokens.push(token);
  }
  return tokens;
}

/** Each of the word's tokens against each of the sentence's: the best of each column, the mean of each row's best. */
function compare(asked: Asked, word: ContentWord, encoding: TokenVectors): { byToken: Float32Array; similarity: number } {
  const byToken = new Float32Array(encoding.tokenCount).fill(-1);
  const tokens = tokensOf(asked, word);
  let sum = 0;
  for (const own of tokens) {
    let best = -1;
    for (let token = 0; token < encoding.tokenCount; token += 1) {
      const score = cosine(asked, own, encoding, token);
      best = Math.max(best, score);
      byToken[token] = Math.max(byToken[token] ?? -1, score);
    }
    sum += best;
  }
  return { byToken, similarity: tokens.length === 0 ? 0 : sum / tokens.length };
}

function cosine(asked: Asked, own: number, encoding: TokenVectors, token: number): number {
  const { dimensions } = asked;
  const left = asked.encoding.tokens;
  const right = encoding.tokens;
  let sum = 0;
  for (let index = 0, from = own * dimensions, to = token * dimensions; index < dimensions; index += 1) {
    sum += (left[from + index] ?? 0) * (right[to + index] ?? 0);
  }
  return sum;
}
