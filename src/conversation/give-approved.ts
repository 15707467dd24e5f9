import type { Answer, Citation } from '../domain/answer.ts';
import type { ApprovedAnswer, ApprovedAnswers } from '../domain/approved-answer.ts';
import type { Report } from '../domain/report.ts';
import type { AnswerQuestion } from '../domain/trace.ts';

interface Collaborators {
  readonly answerQuestion: AnswerQuestion;
  readonly approved: ApprovedAnswers;
  readonly reports: readonly Report[];
  /** Makes two ways of writing one question equal. */
  readonly fold: (question: string) => string;
  /** The day of people here, `YYYY-MM-DD`. */
  readonly today: () => string;
  readonly onFault: (fault: unknown) => void;
}

/**
 * Gives the approved answer where one stands to this very question, has not expired, and its quote is still in the
 * report; asks in every other case, also where the approved answers cannot be read.
 */
export function giveApproved(collaborators: Collaborators): AnswerQuestion {
  const { answerQuestion, approved, reports, fold, today, onFault } = collaborators;
  return async (question, history, signal) => {
    const found = await find(question);
    if (found === null) return answerQuestion(question, history, signal);
    const trace = {
      question: null,
      candidates: [],
      further: [],
      rule: `approved by ${found.author}`,
      stages: {},
    };
    return { answer: found.answer, trace };
  };

  async function find(question: string): Promise<{ answer: Answer; author: string } | null> {
    try {
      const known = await approved.list();
      const match = known.find((each) => fold(each.question) === fold(question) && today() <= each.expires);
      const citation = match === undefined ? null : citationOf(match, reports);
      if (match === undefined || citation === null) return null;
      const answer = {
        kind: 'answer',
        statement: match.statement,
        citations: [citation],
        confidence: 1,
      } as const;
      return { answer, author: match.author };
    } catch (fault) {
      onFault(fault);
      return null;
    }
  }
}

/** Where the quote stands; null where the report does not hold it, or no longer. */
export function citationOf(
  { reportId, quote }: Pick<ApprovedAnswer, 'reportId' | 'quote'>,
  reports: readonly Report[],
): Citation | null {
  const report = reports.find(({ id }) => id === reportId);
  if (report === undefined || quote === '') return null;
  for (const passage of report.passages) {
    const start = report.text.slice(passage.start, passage.end).indexOf(quote) + passage.start;
    if (start < passage.start) continue;
    const { headingPath, index } = passage;
    return { reportId, headingPath, quote, passage: index, start, end: start + quote.length };
  }
  return null;
}
