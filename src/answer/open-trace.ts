import type { Answer } from '../domain/answer.ts';
import type { Question } from '../domain/question.ts';
import type { Answered, TracedCandidate } from '../domain/trace.ts';
import type { Judged } from './decide.ts';
import { findMembers } from './member-lists.ts';

/** A trace while the question is on its way. */
export interface OpenTrace {
  /** Books the time since the last call under a stage; a stage that runs twice adds up. */
  stage(name: string): void;
  question(question: Question): void;
  candidates(judged: readonly Judged[]): void;
  end(answer: Answer, rule: string): Answered;
}

/** As many candidates as the evidence is looked for among. */
const FEW = 5;

/** `now` gives milliseconds. */
export function openTrace(now: () => number): OpenTrace {
  const stages: Record<string, number> = {};
  let last = now();
  let question: Question | null = null;
  const searched: (readonly TracedCandidate[])[] = [];
  return {
    stage(name) {
      const time = now();
      stages[name] = (stages[name] ?? 0) + time - last;
      last = time;
    },
    question(understood) {
      question ??= understood;
    },
    candidates(judged) {
      searched.push([...judged].sort((a, b) => b.probability - a.probability).map(traced));
    },
    end(answer, rule) {
      const [candidates = [], ...further] = searched;
      return { answer, trace: { question, candidates, further, rule, stages } };
    },
  };
}

function traced({ reading, features, probability, able }: Judged, rank: number): TracedCandidate {
  const { report, sentence, found } = reading;
  return {
    reportId: report.id,
    passage: sentence.passage,
    start: sentence.start,
    end: sentence.end,
    scores: found.candidate.scores,
    features,
    probability,
    able,
    // Only the evaluation looks at them: nobody who waits for an answer waits for this.
    get lists() {
      return rank < FEW ? findMembers(report, sentence).flatMap(({ items }) => items) : [];
    },
  };
}
