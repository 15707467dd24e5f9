import type { Answer } from '../domain/answer.ts';
import type { Question } from '../domain/question.ts';
import type { Answered, TracedCandidate } from '../domain/trace.ts';
import type { Judged } from './decide.ts';

/** A trace while the question is on its way. */
export interface OpenTrace {
  /** Books the time since the last call under a stage; a stage that runs twice adds up. */
  stage(name: string): void;
  question(question: Question): void;
  candidates(judged: readonly Judged[]): void;
  end(answer: Answer, rule: string): Answered;
}

/** `now` gives milliseconds. Of several questions in one message the first one's candidates are kept. */
export function openTrace(now: () => number): OpenTrace {
  const stages: Record<string, number> = {};
  let last = now();
  let question: Question | null = null;
  let candidates: readonly TracedCandidate[] | null = null;
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
      candidates ??= [...judged].sort((a, b) => b.probability - a.probability).map(traced);
    },
    end(answer, rule) {
      return { answer, trace: { question, candidates: candidates ?? [], rule, stages } };
    },
  };
}

function traced({ reading, features, probability, able }: Judged): TracedCandidate {
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
  };
}
