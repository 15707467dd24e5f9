import type { Candidate, CandidateScores } from '../domain/candidate.ts';
import type { Encoder, Encoding } from '../models/encoder.ts';
import { maxSim, tokenCosines } from '../models/late-interaction.ts';
import type { Reranker } from '../models/reranker.ts';
import type { SearchHit, SearchIndex } from '../search-index/search-index.ts';
import { sentenceText } from '../search-index/sentence-text.ts';
import { readerText } from './reader-text.ts';
import { readingWindow, type TokenMatch } from './reading-window.ts';

/** How many sentences each search brings up. */
const DENSE_HITS = 20;
const LEXICAL_HITS = 12;
/** How many of them, by both, late interaction compares. */
const COMPARED = 24;
/** How many of these may be an answer, and how many of them the reader reads: it costs the most by far. */
const KEPT = 12;
const READ = 6;
/** Weight of each score in the order of the candidates; the reader's is a logit. */
const WEIGHTS = { lateInteraction: 0.6, dense: 0.3, lexical: 0.1, reader: 0.025 } as const;

/** A wording of so many characters says what it is about. */
const ENOUGH = 10;

/** What may end one wording and not another. */
const END = /[啊呀呢吧吗嘛哦了的?？。!！]+$/u;

/** A candidate with what its late interaction score was made of. */
export interface Found extends TokenMatch {
  readonly candidate: Candidate;
  /** The wording of the question that brought it up. */
  readonly text: string;
}

/**
 * Dense ∪ lexical hits of every wording of a question that stands alone, compared by late interaction, the best of
 * them read by the reader, best first; a sentence that several wordings bring up stands once, by the one it fits best.
 */
export type Retrieve = (wordings: readonly string[]) => Promise<readonly Found[]>;

/** A sentence that a wording brought up, before late interaction. */
interface Hit {
  readonly id: number;
  readonly text: string;
  readonly encoding: Encoding;
  readonly dense: number;
  readonly lexical: number;
}

export function createRetriever({
  index,
  encoder,
  reranker,
}: {
  readonly index: SearchIndex;
  readonly encoder: Encoder;
  readonly reranker: Reranker;
}): Retrieve {
  return async (wordings) => {
    const encodings = await encoder.encode(wordings);
    const best = new Map<number, Hit>();
    for (const [place, text] of wordings.entries()) {
      for (const hit of search(text, encodings[place] as Encoding)) {
        const known = best.get(hit.id);
        if (known === undefined || firstScore(hit) > firstScore(known)) best.set(hit.id, hit);
      }
    }
    const hits = [...best.values()]
      .sort((a, b) => firstScore(b) - firstScore(a) || a.id - b.id)
      .slice(0, COMPARED);
    const tokens = await index.tokens(hits.map(({ id }) => id));
    const found = hits.flatMap((hit, place): Found[] => {
      const sentence = tokens[place];
      if (sentence === undefined) return [];
      const { id, text, encoding, dense, lexical } = hit;
      const cosines = tokenCosines(encoding, sentence, encoder.dimensions);
      const lateInteraction = maxSim(cosines, encoding.tokenCount);
      const fused =
        WEIGHTS.dense * dense + WEIGHTS.lexical * lexical + WEIGHTS.lateInteraction * lateInteraction;
      const candidate = { id, scores: { dense, lexical, lateInteraction, reader: 0, fused } };
      return [{ candidate, text, questionSpans: encoding.spans, sentenceSpans: sentence.spans, cosines }];
    });
    return (await read(found.sort(byFused).slice(0, KEPT), wordings)).sort(byFused);
  };

  async function read(found: readonly Found[], wordings: readonly string[]): Promise<Found[]> {
    const best = toRead(found);
    const pairs = best.map((one) => ({
      question: clearest(one.text, wordings),
      sentence: readable(index.sentences[one.candidate.id], one),
    }));
    const logits = await reranker.rerank(pairs);
    // The rest is no likelier than the least likely of those that were read.
    const least = Math.min(...logits);
    return found.map((one) => {
      const { id, scores } = one.candidate;
      const reader = logits[best.indexOf(one)] ?? least;
      return {
        ...one,
        candidate: { id, scores: { ...scores, reader, fused: scores.fused + WEIGHTS.reader * reader } },
      };
    });
  }

  function search(text: string, encoding: Encoding): Hit[] {
    const dense = index.dense(encoding.cls, DENSE_HITS);
    const lexical = index.lexical(text, LEXICAL_HITS);
    const lexicalOf = scores(lexical, lexical[0]?.score ?? 1);
    const denseOf = scores(dense, 1);
    return [...new Set([...denseOf.keys(), ...lexicalOf.keys()])].map((id) => ({
      id,
      text,
      encoding,
      dense: denseOf.get(id) ?? cosine(encoding.cls, index.vector(id)),
      lexical: lexicalOf.get(id) ?? 0,
    }));
  }
}

/** The best; in the last place of these what has the words of its wording like no other sentence, if that is further down. */
function toRead(found: readonly Found[]): readonly Found[] {
  const worded = found.slice(READ).find(({ candidate }) => candidate.scores.lexical === 1);
  return worded === undefined ? found.slice(0, READ) : [...found.slice(0, READ - 1), worded];
}

function readable(entry: SearchIndex['sentences'][number] | undefined, match: Found): string {
  if (entry === undefined) return '';
  const { report, sentence } = entry;
  const text = readingWindow(sentenceText(report, sentence), match);
  return readerText({ ...sentence, sentenceText: text, facts: report.facts });
}

/**
 * 得花多少钱啊 alone is answered by any sum: where another wording says it with what it is about, that is read. What says
 * enough by itself is read by itself, also where it was found with the subject of the question before it.
 */
function clearest(text: string, wordings: readonly string[]): string {
  const core = text.replace(END, '');
  const alone = wordings.find(
    (wording) => wording.length >= ENOUGH && core.endsWith(wording.replace(END, '')),
  );
  if (alone !== undefined) return alone;
  const fuller = wordings
    .filter((wording) => wording.includes(core))
    .reduce((longest, wording) => (wording.length > longest.length ? wording : longest), text);
  return fuller === wordings[0] ? text : fuller;
}

function byFused(a: Found, b: Found): number {
  return b.candidate.scores.fused - a.candidate.scores.fused || a.candidate.id - b.candidate.id;
}

/** The order before late interaction: what both searches think of it. */
export function firstScore({ dense, lexical }: Pick<CandidateScores, 'dense' | 'lexical'>): number {
  return 0.7 * dense + 0.3 * lexical;
}

function scores(hits: readonly SearchHit[], best: number): ReadonlyMap<number, number> {
  return new Map(hits.map(({ id, score }) => [id, score / best]));
}

function cosine(left: Float32Array, right: Float32Array): number {
  let sum = 0;
  for (let index = 0; index < left.length; index += 1) sum += (left[index] ?? 0) * (right[index] ?? 0);
  return sum;
}
