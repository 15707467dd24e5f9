/** One earlier turn of the conversation; `answer` is what was replied, where it is known. */
export interface Turn {
  readonly question: string;
  readonly answer?: string;
}

/** The kind of thing a question asks for. */
export type AskedKind =
  | 'figure'
  | 'list'
  | 'person'
  | 'time'
  | 'place'
  | 'which'
  | 'yesno'
  | 'done'
  | 'planned'
  | 'why'
  | 'how'
  | 'general';

/** The time a question speaks of, in the report's own terms (今年 is the planned year). */
export interface TimeFrame {
  /** Every year the question names or implies, ascending; empty when it names none. */
  readonly years: readonly number[];
  /** A stretch such as “十四五”时期 or 过去五年, first and last year inclusive. */
  readonly period: { readonly from: number; readonly to: number } | null;
  /** The question says 现在, 目前 or 最新. */
  readonly now: boolean;
}

export type Language = 'zh' | 'en';

/** What a person sent, normalised, with the time frame and the history that it needs. */
export interface Question {
  /** As sent. */
  readonly raw: string;
  /** Normalised and made to stand alone. */
  readonly text: string;
  /** What is searched: the text, and its wordings by other names of the same things. */
  readonly wordings: readonly [string, ...string[]];
  /** The member of a list that is asked for, 1-based, −1 for the last; null where none is. */
  readonly ordinal: number | null;
  /** What is asked of that member beyond which it is; '' where nothing is. */
  readonly onward: string;
  /** The earlier question that this one was made to stand alone with; '' where none was needed. */
  readonly leansOn?: string;
  readonly asks: AskedKind;
  readonly time: TimeFrame;
  readonly language: Language;
}
