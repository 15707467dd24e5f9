import { spansYears, type YearFrame } from '../domain/report.ts';
import { splitSentences, trimSpan } from '../text/split-sentences.ts';
import type { YearAnchor, YearRange } from '../text/years.ts';
import type { HeadingTree } from './find-headings.ts';
import type { Paragraph } from './paragraphs.ts';
import { withoutSalutation } from './salutations.ts';
import { frameSaidFirst, NO_FRAME, sideNamed, timesNamed } from './year-frames.ts';

/** 五年来民生支出累计达103亿元, not “十三五”时期，累计…, which goes on speaking of that time. */
const SUM = /^[^，,]*累计/u;

/** The years of each paragraph, and of each heading now that its paragraph is known. */
export interface ResolvedFrames {
  readonly ofParagraphs: readonly YearFrame[];
  readonly ofHeadings: readonly YearFrame[];
}

/** The time that holds for what stands under a heading, until another is said there. */
interface Carried {
  readonly frame: YearFrame;
  readonly under: number | null;
}

/** A part of the report (a top heading and all below it) and the times that it goes through. */
interface Part {
  readonly top: number | null;
  readonly frame: YearFrame;
  readonly times: readonly YearRange[];
}

/**
 * Gives every paragraph its years: its heading's, unless it says others first. A part that covers several
 * times (2025年和“十四五”时期回顾) goes through them one after the other, so there what a paragraph says
 * of time holds for those after it, until one says another of these times. Opening words have no years.
 */
export function passageFrames(
  text: string,
  paragraphs: readonly Paragraph[],
  tree: HeadingTree,
  headingFrames: readonly YearFrame[],
  anchor: YearAnchor,
): ResolvedFrames {
  const firstHeading = tree.opens.findIndex((heading) => heading !== null);
  const ofHeadings = [...headingFrames];
  let part: Part = { top: null, frame: NO_FRAME, times: [] };
  let carried: readonly Carried[] = [];
  const ofParagraphs = paragraphs.map((paragraph, index) => {
    if (firstHeading > index) return NO_FRAME;
    const heading = tree.headingOf[index] ?? null;
    const opened = tree.opens[index] ?? null;
    const top = topOf(tree, heading);
    if (top !== part.top) {
      carried = [];
      part = partUnder(top);
    }
    const inherited = heading === null ? NO_FRAME : (headingFrames[heading] ?? NO_FRAME);
    const namesOwnTime = heading !== null && heading !== top && namesTime(heading);
    carried = carried.filter(({ under }) => under === null || isWithin(heading, under));
    if (namesOwnTime) carry(inherited, tree.headings[heading]?.parent ?? null);
    const isOfPart = isSame(inherited, part.frame) && !namesOwnTime;
    const around = (isOfPart ? carried.at(-1)?.frame : undefined) ?? inherited;
    const sentences = opened === top && top !== null ? [] : sentencesAfterHeading(paragraph, opened);
    const side = sideNamed(text.slice(paragraph.start, paragraph.end), part.frame, anchor);
    const [begun = null, ...after] = sentences.map((words) => holdsOnward(words, around));
    const frame = begun ?? side ?? around;
    const said = after.filter((named) => named !== null);
    const last = [frame, ...said].findLast((named) => isTimeOf(part, named));
    // A paragraph that begins with a time stands beside the run-in headings before it, not under the last.
    const turns = begun !== null && opened === null && heading !== null && isRunIn(heading);
    if (last !== undefined) carry(last, turns ? (tree.headings[heading]?.parent ?? null) : heading);
    if (opened !== null && opened !== top && isOfPart && part.times.length > 1) ofHeadings[opened] = frame;
    return frame;
  });
  return { ofParagraphs, ofHeadings };

  /** The time that a sentence says first; a sum over years (五年累计投入6亿元) is of its sentence alone. */
  function holdsOnward(words: string, around: YearFrame): YearFrame | null {
    const said = frameSaidFirst(words, around, anchor);
    return said !== null && spansYears(said) && SUM.test(words) ? null : said;
  }

  /** Holds a time for what stands under a heading, in place of what was said there or below it. */
  function carry(frame: YearFrame, under: number | null): void {
    carried = [
      ...carried.filter((before) => before.under !== under && !isWithin(before.under, under)),
      { frame, under },
    ];
  }

  function isRunIn(heading: number): boolean {
    const paragraph = paragraphs[tree.opens.indexOf(heading)];
    return paragraph !== undefined && sentencesAfterHeading(paragraph, heading).length > 0;
  }

  function isWithin(heading: number | null, outer: number | null): boolean {
    for (let at = heading; at !== null; at = tree.headings[at]?.parent ?? null) if (at === outer) return true;
    return outer === null;
  }

  function partUnder(top: number | null): Part {
    if (top === null) return { top, frame: NO_FRAME, times: [] };
    return {
      top,
      frame: headingFrames[top] ?? NO_FRAME,
      times: timesNamed(tree.headings[top]?.label ?? '', anchor),
    };
  }

  function namesTime(heading: number): boolean {
    return timesNamed(tree.headings[heading]?.label ?? '', anchor).length > 0;
  }

  function sentencesAfterHeading(paragraph: Paragraph, opened: number | null): readonly string[] {
    const start = opened === null ? paragraph.start : (tree.headings[opened]?.end ?? paragraph.start);
    const span = trimSpan(text, start, paragraph.end);
    if (span === null) return [];
    return splitSentences(text, span).map((sentence) =>
      withoutSalutation(text.slice(sentence.start, sentence.end)),
    );
  }
}

/** Whether a frame is one of the times that a part goes through; a text without parts goes through any. */
function isTimeOf({ top, frame, times }: Part, named: YearFrame): boolean {
  if (top === null) return named.from !== null;
  if (named.role === 'none' || times.length < 2) return false;
  return frame.role === 'none' || times.some((time) => time.from === named.from && time.to === named.to);
}

function topOf(tree: HeadingTree, heading: number | null): number | null {
  let at = heading;
  while (at !== null) {
    const parent: number | null = tree.headings[at]?.parent ?? null;
    if (parent === null) return at;
    at = parent;
  }
  return null;
}

function isSame(left: YearFrame, right: YearFrame): boolean {
  return left.role === right.role && left.from === right.from && left.to === right.to;
}
