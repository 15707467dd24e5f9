import type { CaseDraft, Filing } from '../../domain/case.ts';
import type { Turn } from '../../domain/question.ts';
import type { Receipts, Stamps } from '../../domain/receipt.ts';
import type { Report, Sentence } from '../../domain/report.ts';
import type { Answered, AnswerQuestion } from '../../domain/trace.ts';

/** A way to answer, and what its answers depend on. */
export interface Answering {
  readonly answerQuestion: AnswerQuestion;
  readonly stamps: Stamps;
}

/** What the REPL makes of an exchange besides showing it. */
export interface ReplCases {
  /** Names of the classes that the report has cases of. */
  classes(reportId: string): Promise<readonly string[]>;
  /** Null for a failure, which is no case. */
  propose(question: string, history: readonly Turn[], answered: Answered, reportId: string): CaseDraft | null;
  findEvidence(must: CaseDraft['must'], report: Report): readonly string[];
  /** Rejects with WenbaoError `cases` where nothing can be written. */
  file(
    report: Report,
    draft: CaseDraft,
    reply: { readonly answer: Answered['answer']; readonly text: string },
    should: 'pass' | 'fail',
  ): Promise<Filing>;
  /** Keeps a remark that is no case; returns where. */
  note(note: Readonly<Record<string, unknown>>): Promise<string>;
}

type Colour = 'cyan' | 'gray' | 'yellow' | 'inverse';

/** The screen, or what stands in for it. */
export interface Screen {
  readonly write: (text: string) => void;
  /** The text in a colour, or as it is where there are none. */
  readonly paint: (colour: Colour, text: string) => string;
  /** Cut to one line of the screen, by the columns its characters take. */
  readonly clip: (text: string) => string;
}

export interface ReplCollaborators extends Answering, Screen {
  /** Another way to answer, for this session: refuses below this probability, 0…1. */
  readonly withThreshold: (threshold: number) => Answering;
  readonly reports: readonly Report[];
  /** Sentences that hold the words, best first. */
  readonly searchReport: (
    words: string,
  ) => readonly { readonly report: Report; readonly sentence: Sentence }[];
  readonly receipts: Receipts;
  readonly cases: ReplCases;
  /** Keeps a typed line for the next session. */
  readonly remember: (line: string) => Promise<void>;
}

/** A question as it was answered last. */
export interface Exchange {
  readonly question: string;
  /** The turns before it. */
  readonly history: readonly Turn[];
  readonly answered: Answered;
  /** Null where it could not be written down. */
  readonly receipt: number | null;
}
