import type { Turn } from './question.ts';
import type { Span } from './report.ts';

/** `dev` may be looked at while building; `test` only measures. Fixed by a hash of the case's id. */
export type Split = 'dev' | 'test';

/** What a right reply may be; a failure is never right. */
export type ExpectedKind = 'answer' | 'partial' | 'refusal' | 'smalltalk';

/** Words of the report that prove an answer, with every place where they stand. */
export interface EvidenceText {
  readonly text: string;
  readonly spans: readonly [Span, ...Span[]];
}

/** Any one of the alternatives is enough. */
export type EvidenceItem = readonly [EvidenceText, ...EvidenceText[]];

/** One line of the Q&A set. */
export interface Case {
  readonly id: string;
  readonly reportId: string;
  readonly split: Split;
  /** What sort of question it is (figure, list, near-topic …); scores are read by class. */
  readonly class: string;
  readonly question: string;
  /** Earlier turns, oldest first. */
  readonly history: readonly Turn[];
  readonly kinds: readonly ExpectedKind[];
  /** Accepted reasons of a refusal or of small talk; empty where any is right. */
  readonly reasons: readonly string[];
  /** What an answer's text must hold: every item, each in one of its variants. */
  readonly must: readonly (readonly string[])[];
  /** What only a wrong answer's text would hold. */
  readonly mustNot: readonly string[];
  /** Every item is needed. */
  readonly evidence: readonly EvidenceItem[];
  readonly note: string;
}

/** A case that staff are writing down; id and split come with filing. */
export interface CaseDraft extends Omit<Case, 'id' | 'split' | 'evidence'> {
  /** Verbatim words of the report. */
  readonly evidence: readonly string[];
}

/** What became of a draft; nothing was written where it was rejected. */
export type Filing =
  | { readonly kind: 'filed'; readonly id: string; readonly split: Split; readonly path: string }
  | { readonly kind: 'rejected'; readonly problems: readonly string[] };
