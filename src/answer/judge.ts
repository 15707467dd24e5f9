import type { Question } from '../domain/question.ts';
import { contentWords } from '../question/content-words.ts';
import type { Retrieval } from '../retrieval/create-retriever.ts';
import type { SearchIndex } from '../search-index/search-index.ts';
import { sentenceText } from '../search-index/sentence-text.ts';
import { askedUnitKind } from '../text/unit-kinds.ts';
import { candidateFeatures } from './candidate-features.ts';
import { answerProbability, type DecisionModel } from './decision-model.ts';
import type { Judged } from './decide.ts';
import { readCandidate } from './read-candidate.ts';
import { selectQuote } from './select-quote.ts';
import type { WordWeight } from './word-weights.ts';

/** Candidates that are read word by word; the others stay where retrieval put them. */
const READ = 12;

export type Judge = (question: Question, retrieval: Retrieval) => Promise<readonly Judged[]>;

/** Reads the best candidates against the question: the clauses they would quote, and how likely these answer. */
export function createJudge(collaborators: {
  readonly index: SearchIndex;
  readonly model: DecisionModel;
  readonly segment: (text: string) => readonly string[];
  readonly weight: WordWeight;
  readonly dimensions: number;
}): Judge {
  const { index, model, segment, weight, dimensions } = collaborators;
  return async (question, { encoding, candidates }) => {
    const words = contentWords(question.text, segment).map((word) => ({ ...word, weight: weight(word.word) }));
    const asked = { encoding, words, dimensions };
    const unit = askedUnitKind(question.text);
    const read = candidates.slice(0, READ);
    const tokens = await index.tokens(read.map(({ id }) => id));
    return read.flatMap((candidate, place) => {
      const entry = index.sentences[candidate.id];
      const sentenceTokens = tokens[place];
      if (entry === undefined || sentenceTokens === undefined) return [];
      const text = sentenceText(entry.report, entry.sentence);
      const reading = readCandidate(asked, candidate, { ...entry, text }, sentenceTokens);
      const quote = selectQuote(reading, question.asks, unit);
      const features = candidateFeatures(reading, question, quote);
      const able = features.year >= 0 && features.figure >= 0 && features.unit >= 0;
      return [{ reading, quote, features, probability: answerProbability(model, features), able }];
    });
  };
}
