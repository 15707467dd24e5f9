import type { Answer } from './answer.ts';
import type { CandidateScores } from './candidate.ts';
import type { Question, Turn } from './question.ts';
import type { Span } from './report.ts';

/** A candidate as staff see it: where it stands, its scores, and how likely it is to answer. */
export interface TracedCandidate {
  readonly reportId: string;
  readonly passage: number;
  readonly start: number;
  readonly end: number;
  readonly scores: CandidateScores;
  /** What the decision model looked at, by name. */
  readonly features: Readonly<Record<string, number>>;
  /** Calibrated probability that this sentence answers the question, 0…1. */
  readonly probability: number;
  /** False where it cannot be the answer however near it is: another year, no figure of the kind asked for. */
  readonly able: boolean;
  /** What is read with it, of the likeliest few: the members of the lists that it announces or belongs to. */
  readonly lists: readonly Span[];
}

/** How an answer came about: what `:why` shows and what evaluation and calibration read. */
export interface Trace {
  /** The question as understood; null where the message was no question. */
  readonly question: Question | null;
  /** Best first; empty where nothing was searched. */
  readonly candidates: readonly TracedCandidate[];
  /** Those of the further questions of the message, and of what was asked of a list's member; each best first. */
  readonly further: readonly (readonly TracedCandidate[])[];
  /** The rule that decided, in a few words. */
  readonly rule: string;
  /** Milliseconds by stage, in the order they ran. */
  readonly stages: Readonly<Record<string, number>>;
}

export interface Answered {
  readonly answer: Answer;
  readonly trace: Trace;
}

/**
 * The whole way of a question. A fault becomes a Failure; it only rejects where nobody waits for the answer any more,
 * with the signal's reason.
 */
export type AnswerQuestion = (
  raw: string,
  history: readonly Turn[],
  signal?: AbortSignal,
) => Promise<Answered>;
