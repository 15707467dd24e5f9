import type { DecisionModel } from '../src/answer/decision-model.ts';
import type { Parts } from '../src/app.ts';
import { renderPlain } from '../src/channels/render-plain.ts';
import type { Case } from '../src/domain/case.ts';
import type { AnswerQuestion } from '../src/domain/trace.ts';
import { calibrateDecision } from '../src/evaluation/calibrate-decision.ts';
import type { ReadCase } from '../src/evaluation/fit-decision.ts';
import { isAnswered, isUnanswerable } from '../src/evaluation/measures.ts';
import { scoreCase } from '../src/evaluation/score-case.ts';
import type { ScoredCase } from '../src/evaluation/scored-case.ts';
import { summarise } from '../src/evaluation/summarise.ts';
import type { Ablation, FeatureName } from './ablations.ts';
import { wireAblation } from './wire-ablation.ts';

/** Shares, 0…1. */
export interface Scores {
  readonly rightDev: number;
  readonly rightTest: number;
  /** Unanswerable questions answered all the same, of both halves. */
  readonly falseAnswers: number;
}

export interface AblationScores {
  /** The decision and its threshold as they are. */
  readonly kept: Scores;
  /** Both fitted anew on the dev half, as `calibrate` does. */
  readonly refitted: Scores;
}

/** Asks every case twice with one thing off: by the decision as it is, and by one fitted to what is left. */
export async function scoreAblation(
  parts: Parts,
  ablation: Ablation,
  cases: readonly Case[],
  maxFalseAnswer: number,
): Promise<AblationScores> {
  const kept = await askAll(parts, cases, wireAblation(parts, ablation));
  const model = refit(parts.model, kept, ablation.features ?? [], maxFalseAnswer);
  const refitted = await askAll(parts, cases, wireAblation({ ...parts, model }, ablation));
  return { kept: scoresOf(kept), refitted: scoresOf(refitted) };
}

async function askAll(
  { reports }: Parts,
  cases: readonly Case[],
  answerQuestion: AnswerQuestion,
): Promise<readonly ScoredCase[]> {
  const scored: ScoredCase[] = [];
  for (const asked of cases) {
    const { answer, trace } = await answerQuestion(asked.question, asked.history);
    const reply = { id: asked.id, answer, trace, text: renderPlain(answer), latencyMs: null };
    const report = reports.find(({ id }) => id === asked.reportId);
    if (report !== undefined) scored.push({ case: asked, reply, verdict: scoreCase(asked, reply, report) });
  }
  return scored;
}

function refit(
  model: DecisionModel,
  scored: readonly ScoredCase[],
  without: readonly FeatureName[],
  maxFalseAnswer: number,
): DecisionModel {
  const read = scored
    .filter(({ case: asked, reply }) => asked.split === 'dev' && reply.trace.candidates.length > 0)
    .map(({ case: asked, reply }) => ({ asked, trace: reply.trace }));
  const { intercept, features, chosen } = calibrateDecision(
    read.map((one) => leaveOut(one, without)),
    maxFalseAnswer,
  );
  return { ...model, intercept, features: { ...model.features, ...features }, threshold: chosen.threshold };
}

function leaveOut({ asked, trace }: ReadCase, without: readonly string[]): ReadCase {
  const candidates = trace.candidates.map((candidate) => ({
    ...candidate,
    features: Object.fromEntries(
      Object.entries(candidate.features).filter(([name]) => !without.includes(name)),
    ),
  }));
  return { asked, trace: { ...trace, candidates } };
}

function scoresOf(scored: readonly ScoredCase[]): Scores {
  const { bySplit } = summarise(scored).total;
  const unanswerable = scored.filter(isUnanswerable);
  return {
    rightDev: bySplit.dev.share ?? 0,
    rightTest: bySplit.test.share ?? 0,
    falseAnswers: unanswerable.filter(isAnswered).length / Math.max(1, unanswerable.length),
  };
}
