import { type Passage, type Sentence, type Span, spansYears, type YearFrame } from '../domain/report.ts';
import { splitAt } from '../text/split-clauses.ts';
import { splitSentences, trimSpan } from '../text/split-sentences.ts';
import { isTableRow } from '../text/table-rows.ts';
import type { YearAnchor } from '../text/years.ts';
import type { HeadingTree } from './find-headings.ts';
import type { Paragraph } from './paragraphs.ts';
import { salutationLength } from './salutations.ts';
import { frameNamed, frameOfClause, frameSaidFirst, isMeant, NO_FRAME } from './year-frames.ts';

/** What stands before another time in its sentence says what that is about, unless it is longer than this. */
const LONGEST_LEAD_IN = 90;

/** A report's text in the units that are read (passages) and quoted (sentences). */
export interface SplitReport {
  readonly passages: readonly Passage[];
  readonly sentences: readonly Sentence[];
}

/**
 * Makes passages of paragraphs, with their place in the heading tree and their years, and sentences of
 * passages. A heading on its own line is a passage with one sentence; a run-in one is the first sentence
 * of its passage. A sentence that names other years than its passage has those; one that goes on to another
 * time is cut there. One that tells no figure and says a stretch of years first leads the rest of its passage.
 * The row of a table is a sentence that leans on the table's first row, and has the years of its columns: none of its own.
 */
export function splitPassages(
  text: string,
  paragraphs: readonly Paragraph[],
  tree: HeadingTree,
  frames: readonly YearFrame[],
  anchor: YearAnchor,
): SplitReport {
  const passages: Passage[] = [];
  const sentences: Sentence[] = [];
  const firstHeading = tree.opens.findIndex((heading) => heading !== null);
  paragraphs.forEach((paragraph, index) => {
    const heading = tree.headingOf[index] ?? null;
    const opened = tree.opens[index] ?? null;
    const headingPath = pathOf(tree, heading);
    const frame: YearFrame = frames[index] ?? { role: 'none', from: null, to: null };
    passages.push({ start: paragraph.start, end: paragraph.end, index, heading, headingPath, frame });
    if (isTableRow(text.slice(paragraph.start, paragraph.end))) {
      sentences.push({ ...rowOf(paragraph), index: sentences.length, passage: index, headingPath });
      return;
    }
    const isOpening = firstHeading > index;
    let ofClauses: YearFrame | null = null;
    let ofStretch: YearFrame | null = null;
    let ofTurn: YearFrame | null = null;
    let saidBefore: YearFrame | null = null;
    for (const whole of partsOf(text, paragraph, opened === null ? null : (tree.headings[opened] ?? null))) {
      const around = (part: Part) =>
        named(part, frame) ?? ofClauses ?? ofTurn ?? leaned(part, frame) ?? ofStretch ?? frame;
      const push = (part: Part) =>
        sentences.push({
          ...part,
          index: sentences.length,
          passage: index,
          headingPath,
          frame: isOpening ? frame : around(part),
        });
      const clauses =
        isOpening || whole.kind === 'heading' ? [[whole] as const] : cutAtTimes(whole, frame, around);
      const said = text.slice(whole.start, whole.end);
      const begun = isOpening ? null : frameSaidFirst(said, frame, anchor);
      // 过去一年，…。新的一年，要…。 turns to what is to come, for the rest of its passage.
      if (begun?.role === 'plan' && saidBefore?.role === 'review' && isMeant(said)) ofTurn = begun;
      saidBefore = begun ?? saidBefore;
      for (const [part, ...later] of clauses) {
        push(part);
        // The clauses of one sentence stand under the time that an earlier one has said first.
        const words = text.slice(part.start, part.end);
        const setsTime = isOpening ? null : frameSaidFirst(words, frame, anchor);
        ofClauses = /[；;，]$/u.test(words) ? (setsTime ?? ofClauses) : null;
        // 过去五年，发展成就举世瞩目。 leads to what follows in its passage.
        if (setsTime !== null && tellsNoFigure(words)) ofStretch = spansYears(setsTime) ? setsTime : null;
        // A time within a clause is that of its end only.
        for (const one of later) push(one);
      }
    }
  });
  return { passages, sentences };

  function rowOf({ start, end }: Span): Pick<Sentence, 'start' | 'end' | 'kind' | 'leadIn' | 'frame'> {
    const above = sentences.at(-1);
    const isBelow = above !== undefined && isTableRow(text.slice(above.start, above.end));
    const leadIn = isBelow ? (above.leadIn ?? { start: above.start, end: above.end }) : null;
    return { start, end, kind: 'body', leadIn, frame: NO_FRAME };
  }

  /** 关停50家，今年要关停10家: within each clause its times, which lean on the words before them. */
  function cutAtTimes(whole: Part, frame: YearFrame, around: (part: Part) => YearFrame): readonly Times[] {
    const clauses = piecesAt(whole, '；;').map((clause) => cutClause(clause, frame, around));
    return clauses.some(({ length }) => length > 1) ? clauses : [[whole]];
  }

  function cutClause(clause: Part, frame: YearFrame, around: (part: Part) => YearFrame): Times {
    for (const { start, end } of piecesAt(clause, '，,').slice(1)) {
      const said = frameOfClause(text.slice(start, end), frame, anchor);
      if (said === null) continue;
      const words = trimSpan(text, clause.start, start) ?? clause;
      const so = around({ ...clause, ...words });
      if (said.from === so.from && said.to === so.to) continue;
      const leadIn = words.end - words.start <= LONGEST_LEAD_IN ? words : clause.leadIn;
      return [{ ...clause, ...words }, ...cutClause({ ...clause, start, leadIn }, frame, () => said)];
    }
    return [clause];
  }

  /** A part cut behind each of the marks, the mark inside. */
  function piecesAt(part: Part, marks: string): readonly Part[] {
    const spans = splitAt(text.slice(part.start, part.end), marks);
    return spans.map(({ start }, place) => {
      const next = spans[place + 1];
      const until = next === undefined ? part.end : part.start + next.start;
      return { ...part, ...trimSpan(text, part.start + start, until) };
    });
  }

  function named(part: Part, frame: YearFrame): YearFrame | null {
    return part.kind === 'body' ? frameNamed(text.slice(part.start, part.end), frame, anchor) : null;
  }

  function leaned({ leadIn }: Part, frame: YearFrame): YearFrame | null {
    return leadIn === null ? null : frameNamed(text.slice(leadIn.start, leadIn.end), frame, anchor);
  }
}

type Part = Pick<Sentence, 'start' | 'end' | 'kind' | 'leadIn'>;
/** A clause, or what it says of one time after another. */
type Times = readonly [Part, ...Part[]];

function tellsNoFigure(words: string): boolean {
  return !/\d/u.test(words.replace(/\d{4}年/gu, ''));
}

/** A paragraph's salutation or heading, if it has one, and the sentences after it. */
function partsOf(text: string, paragraph: Paragraph, heading: Span | null): readonly Part[] {
  if (heading !== null) {
    const span = { start: heading.start, end: heading.end };
    return [{ ...span, kind: 'heading', leadIn: null }, ...bodyParts(text, heading.end, paragraph.end, span)];
  }
  const length = salutationLength(text.slice(paragraph.start, paragraph.end));
  const salutation = trimSpan(text, paragraph.start, paragraph.start + length);
  const body = bodyParts(text, paragraph.start + length, paragraph.end, null);
  return salutation === null ? body : [{ ...salutation, kind: 'salutation', leadIn: null }, ...body];
}

function bodyParts(text: string, start: number, end: number, before: Span | null): readonly Part[] {
  const span = trimSpan(text, start, end);
  if (span === null) return [];
  return splitSentences(text, span, before).map((sentence) => ({ ...sentence, kind: 'body' }));
}

function pathOf(tree: HeadingTree, heading: number | null): readonly string[] {
  const path: string[] = [];
  for (let at = heading; at !== null; at = tree.headings[at]?.parent ?? null)
    path.unshift(tree.headings[at]?.label ?? '');
  return path;
}
