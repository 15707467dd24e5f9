import type { Collaborators } from '../src/answer/answer-question.ts';
import { FEATURE_NAMES, type Features } from '../src/answer/candidate-features.ts';
import { checkPremise } from '../src/answer/check-premise.ts';
import type { Judged } from '../src/answer/decide.ts';
import type { Parts } from '../src/app.ts';
import { INTENTS, type IntentProbabilities } from '../src/domain/intent.ts';
import type { AnswerQuestion } from '../src/domain/trace.ts';
import { firstScore } from '../src/retrieval/create-retriever.ts';

export type FeatureName = keyof Features;

/** One stage or feature turned off; what is not named stays as it is. */
export interface Ablation {
  readonly name: string;
  /** Features that say nothing without it: the decision goes without them. */
  readonly features?: readonly FeatureName[];
  readonly parts?: (parts: Parts) => Parts;
  readonly collaborators?: (collaborators: Collaborators) => Collaborators;
  readonly answers?: (answerQuestion: AnswerQuestion) => AnswerQuestion;
}

export const NOTHING_OFF: Ablation = { name: 'nothing' };

const SURELY_REPORT = Object.fromEntries(
  INTENTS.map((intent) => [intent, intent === 'report' ? 1 : 0]),
) as unknown as IntentProbabilities;

/** In the order of the way of a question. */
export const ABLATIONS: readonly Ablation[] = [
  {
    name: 'follow-up resolving',
    answers: (answerQuestion) => (raw, _history, signal) => answerQuestion(raw, [], signal),
  },
  { name: 'alias wordings', parts: (parts) => ({ ...parts, aliases: {} }) },
  {
    // Without single characters there is nothing to put right.
    name: 'typo repair',
    parts: (parts) => ({ ...parts, tokenizer: { ...parts.tokenizer, pieces: (text) => [text] } }),
  },
  {
    name: 'intent head',
    collaborators: (own) => ({ ...own, readIntent: () => Promise.resolve(SURELY_REPORT) }),
  },
  {
    name: 'dense search',
    parts: (parts) => ({ ...parts, index: { ...parts.index, dense: () => [] } }),
  },
  {
    name: 'lexical search',
    parts: (parts) => ({ ...parts, index: { ...parts.index, lexical: () => [] } }),
  },
  { name: 'late interaction: order of the candidates', collaborators: inFirstOrder },
  {
    name: 'late interaction: altogether, words by meaning too',
    features: ['met', 'weakest'],
    parts: withoutTokens,
  },
  {
    name: 'reader: its order and its verdict',
    features: ['reader'],
    parts: (parts) => ({
      ...parts,
      reranker: { ...parts.reranker, rerank: async (pairs) => pairs.map(() => 0) },
    }),
  },
  ...FEATURE_NAMES.map((name): Ablation => ({ name: `feature “${name}”`, features: [name] })),
  {
    name: 'place guard',
    parts: (parts) => ({ ...parts, tokenizer: { ...parts.tokenizer, places: () => new Set() } }),
  },
  {
    name: 'all guards: year, kind of figure, place',
    collaborators: (own) => judging(own, (judged) => ({ ...judged, able: true })),
  },
  { name: 'target preference', collaborators: (own) => judging(own, hideTargets) },
  { name: 'list finding', collaborators: withoutLists },
  { name: 'premise check', collaborators: withoutPremises },
];

function inFirstOrder(own: Collaborators): Collaborators {
  return {
    ...own,
    retrieve: async (wordings) =>
      [...(await own.retrieve(wordings))].sort(
        ({ candidate: one }, { candidate: other }) => firstScore(other.scores) - firstScore(one.scores),
      ),
  };
}

function withoutTokens(parts: Parts): Parts {
  const none = { tokens: new Float32Array(), tokenCount: 0, spans: new Uint16Array() };
  return { ...parts, index: { ...parts.index, tokens: async (ids) => ids.map(() => none) } };
}

function judging(own: Collaborators, change: (judged: Judged) => Judged): Collaborators {
  return { ...own, judge: (question, found) => own.judge(question, found).map(change) };
}

/** A target is told by what stands above it and in front of it; offsets stay. */
function hideTargets({ reading, ...judged }: Judged): Judged {
  const hidden = (text: string) => text.replaceAll(/目标|指标/gu, '〇〇');
  const { sentence, text, ownStart } = reading;
  return {
    ...judged,
    reading: {
      ...reading,
      text: hidden(text.slice(0, ownStart)) + text.slice(ownStart),
      sentence: { ...sentence, headingPath: sentence.headingPath.map(hidden) },
    },
  };
}

/** What was done is answered by the same sentences as a list, without looking for one. */
function withoutLists(own: Collaborators): Collaborators {
  return {
    ...own,
    decide: (question, judged, context) =>
      own.decide(
        { ...question, asks: question.asks === 'list' ? 'done' : question.asks, ordinal: null },
        judged,
        context,
      ),
  };
}

/** Where the check would say yes or no, the quotes stand for themselves. */
function withoutPremises(own: Collaborators): Collaborators {
  return {
    ...own,
    compose: (question, picks, list) => {
      const checked = picks.some((one) => checkPremise(question, one) !== null);
      return own.compose(checked ? { ...question, asks: 'done' } : question, picks, list);
    },
  };
}
