import { createAnswerQuestion } from '../src/answer/answer-question.ts';
import type { DecisionModel } from '../src/answer/decision-model.ts';
import { type Parts, wireCollaborators } from '../src/app.ts';
import type { AnswerQuestion } from '../src/domain/trace.ts';
import type { Ablation, FeatureName } from './ablations.ts';
import { throwFault } from './throw-faults.ts';

/** The way of a question with one thing off; a fault ends the run, since an apology would pass for an answer here. */
export function wireAblation(parts: Parts, { features = [], ...change }: Ablation): AnswerQuestion {
  const changed = change.parts?.(parts) ?? parts;
  const wired = wireCollaborators(
    { ...changed, model: withoutFeatures(changed.model, features) },
    throwFault,
  );
  const answerQuestion = createAnswerQuestion(change.collaborators?.(wired) ?? wired);
  return change.answers?.(answerQuestion) ?? answerQuestion;
}

/** Every candidate counts as average in what is left out. */
function withoutFeatures(model: DecisionModel, names: readonly FeatureName[]): DecisionModel {
  const features = { ...model.features };
  for (const name of names) features[name] = { ...features[name], weight: 0 };
  return { ...model, features };
}
