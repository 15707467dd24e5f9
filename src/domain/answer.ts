/** A verbatim quote: `report.text.slice(start, end) === quote`, checked when made and before sending. */
export interface Citation {
  readonly reportId: string;
  readonly headingPath: readonly string[];
  readonly quote: string;
  /** Index of the passage in its report. */
  readonly passage: number;
  readonly start: number;
  readonly end: number;
}

/** An answer without a citation cannot be written down. */
export type Citations = readonly [Citation, ...Citation[]];

/** An answer in the report's own words; `partial` says itself what is missing. */
export interface GroundedAnswer {
  readonly kind: 'answer' | 'partial';
  /** The direct answer: every figure, unit, year, name and hedge of it stands in a quote. */
  readonly statement: string;
  readonly citations: Citations;
  /** Probability that the quotes answer the question, 0…1. */
  readonly confidence: number;
}

/** Why a question is not answered; each has its own words in messages.ts. */
export type RefusalReason =
  | 'not-in-report'
  | 'mentioned-but-not-this'
  | 'other-year'
  | 'errand'
  | 'complaint'
  | 'emergency'
  | 'opinion'
  | 'off-topic'
  | 'injection'
  | 'privacy'
  | 'not-understood'
  | 'too-long'
  | 'empty';

/** A "no" with a way forward; `related` is the nearest sentence, marked as not the answer. */
export interface Refusal {
  readonly kind: 'refusal';
  readonly reason: RefusalReason;
  readonly statement: string;
  readonly related: readonly Citation[];
  readonly confidence: number;
}

/** Greeting, thanks, who-are-you, help; abuse, which gets one calm line. */
export interface SmallTalk {
  readonly kind: 'smalltalk';
  readonly reason: 'greeting' | 'thanks' | 'goodbye' | 'identity' | 'help' | 'acknowledgement' | 'abuse';
  readonly statement: string;
}

/** Something broke on our side; `reason` is the fault's code, never its stack. */
interface Failure {
  readonly kind: 'failure';
  readonly reason: string;
  readonly statement: string;
}

export type Answer = GroundedAnswer | Refusal | SmallTalk | Failure;

/** Everything a reply quotes, be it the answer or only related. */
export function citationsOf(answer: Answer): readonly Citation[] {
  switch (answer.kind) {
    case 'answer':
    case 'partial':
      return answer.citations;
    case 'refusal':
      return answer.related;
    case 'smalltalk':
    case 'failure':
      return [];
  }
}
