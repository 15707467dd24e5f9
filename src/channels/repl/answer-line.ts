import type { Answer, Citation } from '../../domain/answer.ts';
import { renderPlain } from '../render-plain.ts';

/** One answer as programs read it: a line of `ask --json` and of `ask --batch`. */
export interface AnswerLine {
  readonly id?: string;
  readonly kind: Answer['kind'];
  readonly reason?: string;
  readonly text: string;
  readonly citations: readonly Citation[];
  readonly related?: readonly Citation[];
  readonly confidence: number;
  readonly latencyMs: number;
}

/** The line for an answer that took `latencyMs`; `id` is the batch line's own. */
export function answerLine(answer: Answer, latencyMs: number, id?: string): AnswerLine {
  const common = { ...(id === undefined ? {} : { id }), kind: answer.kind };
  const measured = { latencyMs: Math.round(latencyMs * 10) / 10 };
  const text = renderPlain(answer);
  switch (answer.kind) {
    case 'answer':
    case 'partial':
      return {
        ...common,
        text,
        citations: answer.citations,
        confidence: rounded(answer.confidence),
        ...measured,
      };
    case 'refusal': {
      const related = answer.related.length === 0 ? {} : { related: answer.related };
      return {
        ...common,
        reason: answer.reason,
        text,
        citations: [],
        ...related,
        confidence: rounded(answer.confidence),
        ...measured,
      };
    }
    case 'smalltalk':
      return { ...common, reason: answer.reason, text, citations: [], confidence: 1, ...measured };
    case 'failure':
      return { ...common, reason: answer.reason, text, citations: [], confidence: 0, ...measured };
  }
}

function rounded(probability: number): number {
  return Math.round(probability * 10_000) / 10_000;
}
