import type { Judged } from '../../src/answer/decide.ts';
import { type DecisionModel, uncalibratedModel } from '../../src/answer/decision-model.ts';
import { createJudge } from '../../src/answer/judge.ts';
import { createWordWeight } from '../../src/answer/word-weights.ts';
import type { Question } from '../../src/domain/question.ts';
import type { Report, Span } from '../../src/domain/report.ts';
import { maxSim, tokenCosines } from '../../src/models/late-interaction.ts';
import { type Reader, understand } from '../../src/question/understand.ts';
import { COMMON_ALIASES, createOtherNames } from '../../src/question/wordings.ts';
import type { Found } from '../../src/retrieval/create-retriever.ts';
import { searchableSentences } from '../../src/search-index/searchable-sentences.ts';
import { sentenceText } from '../../src/search-index/sentence-text.ts';
import { createTokenizer } from '../../src/text/tokenize.ts';
import { CHARACTER_ENCODER, encodeCharacters } from '../retrieval/character-encoder.ts';
import { CHARACTER_RERANKER } from '../retrieval/character-reranker.ts';
import { REPORT } from './invented-report.ts';

export const TOKENIZER = createTokenizer();

const EVEN = uncalibratedModel({
  encoderId: CHARACTER_ENCODER.id,
  rerankerId: CHARACTER_RERANKER.id,
  indexSchemaVersion: 1,
});
/** Believes a sentence that has the question's words and speaks of its year. */
export const MODEL: DecisionModel = {
  ...EVEN,
  intercept: -1,
  features: {
    ...EVEN.features,
    covered: { mean: 0.6, scale: 0.2, weight: 2 },
    met: { mean: 0.8, scale: 0.2, weight: 2 },
    year: { mean: 0, scale: 1, weight: 1 },
  },
  threshold: 0.5,
};

export const READER: Reader = {
  segment: TOKENIZER.words,
  facts: REPORT.facts,
  wordings: (question) => [question],
};

/** The question of a message, asked of a report that reviews 2023 and plans 2024, after an earlier one if there is. */
export function ask(text: string, earlier: readonly string[] = []): Question {
  const turns = earlier.map((question) => ({ question }));
  const understood = understand(text, turns, READER);
  if (understood.kind !== 'questions') throw new Error(`${text} is no question: ${understood.kind}`);
  return understood.questions[0];
}

/** The sentence of a report that holds `part`, read against the question word by word, as if that likely. */
export function judge(report: Report, part: string, question: Question, probability = 0.9): Judged {
  const sentences = searchableSentences([{ report, sha256: '' }]);
  const entry = sentences.find(({ sentence }) => textOf(report, sentence).includes(part));
  if (entry === undefined) throw new Error(`no sentence of the report holds ${part}`);
  const texts = sentences.map(({ sentence }) => sentenceText(report, sentence));
  const judgeAll = createJudge({
    index: { sentences },
    model: EVEN,
    tokenizer: TOKENIZER,
    weight: createWordWeight(texts),
    otherNames: createOtherNames(COMMON_ALIASES, report.text),
  });
  const [judged] = judgeAll(question, [find(question.text, texts[entry.id] ?? '', entry.id)]);
  if (judged === undefined) throw new Error(`${part} was not read`);
  return { ...judged, probability };
}

export function textOf(report: Report, span: Span): string {
  return report.text.slice(span.start, span.end);
}

function find(text: string, sentence: string, id: number): Found {
  const [asked, own] = [encodeCharacters(text), encodeCharacters(sentence)];
  const cosines = tokenCosines(asked, own, CHARACTER_ENCODER.dimensions);
  const lateInteraction = maxSim(cosines, asked.tokenCount);
  const scores = {
    dense: lateInteraction,
    lexical: lateInteraction,
    lateInteraction,
    reader: 0,
    fused: lateInteraction,
  };
  return { candidate: { id, scores }, text, questionSpans: asked.spans, sentenceSpans: own.spans, cosines };
}
