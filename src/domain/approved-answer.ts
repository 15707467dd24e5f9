/** An answer that staff have settled, with the words of the report that prove it. */
export interface ApprovedAnswer {
  /** As people ask it; it has to stand by itself. */
  readonly question: string;
  readonly statement: string;
  readonly reportId: string;
  /** Verbatim words of the report. */
  readonly quote: string;
  readonly author: string;
  /** The last day on which it is given, `YYYY-MM-DD`, UTC. */
  readonly expires: string;
}

/** All reject with WenbaoError `data` where the file cannot be used. */
export interface ApprovedAnswers {
  /** The last one added comes first; expired ones too. */
  list(): Promise<readonly ApprovedAnswer[]>;
  /** Takes the place of one to the same question. */
  add(answer: ApprovedAnswer): Promise<void>;
  remove(question: string): Promise<void>;
}
