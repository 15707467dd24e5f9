import type { Answer } from '../domain/answer.ts';
import type { Report } from '../domain/report.ts';
import type { AnswerQuestion } from '../domain/trace.ts';
import type { ProgressStream } from './show-progress.ts';

/** What the evaluation is handed; it knows neither how questions are answered nor how a channel renders. */
export interface EvaluateCollaborators {
  readonly answerQuestion: AnswerQuestion;
  readonly reports: readonly Report[];
  /**
   * What a citizen reads of an answer: the statement and the quotes, without suggestions, links or receipts,
   * whose figures are no part of the answer.
   */
  readonly renderText: (answer: Answer) => string;
  readonly output: {
    /** Takes the tables; each call is given whole lines. */
    readonly write: (text: string) => void;
    /** Usually process.stderr. */
    readonly progress: ProgressStream;
  };
  /** Aborted by Ctrl-C. */
  readonly signal: AbortSignal;
}
