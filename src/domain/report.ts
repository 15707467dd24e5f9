/** A half-open stretch of a report's text, in UTF-16 units: `text.slice(start, end)`. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** What a report says about itself; a fact the text does not give is '' or null, never guessed. */
export interface ReportFacts {
  readonly title: string;
  readonly issuer: string;
  readonly speaker: string;
  /** The day it was delivered, `YYYY-MM-DD`, or ''. */
  readonly date: string;
  /** The last year whose results it reviews (去年). */
  readonly yearReviewed: number | null;
  /** The year whose work it plans (今年). */
  readonly yearPlanned: number | null;
}

/**
 * The years a stretch of text speaks about, first and last inclusive.
 * `review` tells what was done, `plan` what is intended, `none` does not say.
 */
export interface YearFrame {
  readonly role: 'review' | 'plan' | 'none';
  readonly from: number | null;
  readonly to: number | null;
}

/** A heading of the report; `parent` is an index into `Report.headings`, null at the top. */
export interface Heading extends Span {
  readonly index: number;
  readonly parent: number | null;
  /** 1 for 一、, 2 for （一） and so on; a run-in lead sentence is one deeper than what holds it. */
  readonly level: number;
  /** The heading as cited: trimmed, without its closing 。 or ：. */
  readonly label: string;
  readonly frame: YearFrame;
}

/** A paragraph of a report with its heading path; the unit that is read around a quote. */
export interface Passage extends Span {
  readonly index: number;
  /** Index into `Report.headings` of the innermost heading, null before the first. */
  readonly heading: number | null;
  /** Labels from the outermost heading to the innermost. */
  readonly headingPath: readonly string[];
  readonly frame: YearFrame;
}

/**
 * The unit that is indexed, ranked and quoted: a sentence, or one clause of a long `；` list.
 * `leadIn` is the stretch before a clause of a list, or of another time, that the clause leans on (主要指标方面，…).
 */
export interface Sentence extends Span {
  readonly index: number;
  readonly passage: number;
  /** `heading` where the sentence is a heading (also a run-in one), `salutation` for 各位代表 and the like. */
  readonly kind: 'body' | 'heading' | 'salutation';
  readonly leadIn: Span | null;
  readonly headingPath: readonly string[];
  readonly frame: YearFrame;
}

/** One published document of the corpus; all offsets are into `text`, which is the file as decoded. */
export interface Report {
  readonly id: string;
  readonly facts: ReportFacts;
  readonly text: string;
  readonly headings: readonly Heading[];
  readonly passages: readonly Passage[];
  readonly sentences: readonly Sentence[];
}

/** Whether a frame is of more years than one. */
export function spansYears({ from, to }: YearFrame): boolean {
  return from !== null && to !== null && from < to;
}

/** Whether a stretch of years holds a year; one without years holds none. */
export function spansYear({ from, to }: YearFrame, year: number): boolean {
  return from !== null && to !== null && from <= year && year <= to;
}
