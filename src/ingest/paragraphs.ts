import type { Span } from '../domain/report.ts';
import { isTableRow } from '../text/table-rows.ts';
import { isNumbered, markerOf } from './heading-markers.ts';
import { beginsWithSalutation } from './salutations.ts';
import type { Line } from './text-lines.ts';

/** A paragraph as its author wrote it, put together from the lines that the page has made of it. */
export interface Paragraph extends Span {
  /** The words without the breaks inside; offsets into it are not offsets into the report. */
  readonly words: string;
  /** Whether the page broke it over several lines. */
  readonly wrapped: boolean;
}

type Layout = 'line-is-paragraph' | 'blank-separated' | 'hard-wrapped';

/** Headings of more characters than this do not stand on a line of their own without a full stop. */
const LONGEST_NUMBERED_HEADING = 60;
const LONGEST_BARE_HEADING = 32;
const LONGEST_APPENDIX_LABEL = 12;

const FINISHED = /[。！？；!?;：:…][”’」』）)》]*$/u;
const GOES_ON = /^(?:[，。、；：！？》”’」』）)】％%的]|是[：:，]|等[，。、])/u;
const UNFINISHED = /[，,、的和与及对在为把被于是至或“‘《（(\d]$/u;

/** Joins lines into paragraphs, however the page wraps its text. */
export function joinParagraphs(lines: readonly Line[]): readonly Paragraph[] {
  const layout = layoutOf(lines);
  const width =
    layout === 'hard-wrapped'
      ? percentile(
          lines.map((line) => line.words.length),
          0.9,
        )
      : 0;
  const paragraphs: Paragraph[] = [];
  let last: Line | undefined;
  for (const line of lines) {
    const paragraph = paragraphs.at(-1);
    if (paragraph !== undefined && last !== undefined && continues(paragraph, last, line)) {
      const words = paragraph.words + joint(paragraph.words, line.words) + line.words;
      paragraphs.splice(-1, 1, { start: paragraph.start, end: line.end, words, wrapped: true });
    } else paragraphs.push({ start: line.start, end: line.end, words: line.words, wrapped: false });
    last = line;
  }
  return paragraphs;

  function continues(paragraph: Paragraph, previous: Line, line: Line): boolean {
    if (line.after === 'removed' || beginsWithSalutation(line.words)) return false;
    if (isTableRow(line.words) || isTableRow(previous.words)) return false;
    const { words } = paragraph;
    const finished = FINISHED.test(words);
    if (line.after === 'blank') return !finished && (GOES_ON.test(line.words) || /[，、]$/u.test(words));
    if (GOES_ON.test(line.words) || hasOpenBracket(words)) return true;
    if (/^[—―]{2,}$/u.test(words)) return true;
    const startsHeading = markerOf(line.words) !== null;
    if (layout === 'hard-wrapped') {
      if (line.indented || startsHeading)
        return !finished && !line.indented && previous.words.length >= width * 0.9;
      if (previous.words.length >= width * 0.85) return true;
      return !finished && !isHeadingShaped(paragraph);
    }
    if (finished || startsHeading) return false;
    // Where blank lines part the paragraphs, only a numbered heading ends without one.
    const marker = markerOf(words);
    const mayStandAlone = layout === 'line-is-paragraph' || (marker !== null && isNumbered(marker.kind));
    return !mayStandAlone || !isHeadingShaped(paragraph);
  }
}

/** Whether a paragraph could be a heading by its shape: short, no sentence in it, nothing left open. */
export function isHeadingShaped({ words, wrapped }: Paragraph): boolean {
  const marker = markerOf(words);
  if (marker?.kind === 'appendix' && words.length <= LONGEST_APPENDIX_LABEL) return true;
  if (
    /[。！？；!?;]/u.test(words) ||
    UNFINISHED.test(words) ||
    /[：:]$/u.test(words) ||
    hasOpenBracket(words) ||
    isTableRow(words)
  )
    return false;
  if (marker !== null) return words.length <= LONGEST_NUMBERED_HEADING && words.length > marker.length;
  return !wrapped && words.length <= LONGEST_BARE_HEADING && words.length >= 2;
}

function layoutOf(lines: readonly Line[]): Layout {
  const long = lines.filter((line) => line.words.length >= 20);
  if (long.length >= 8) {
    const unfinished = long.filter((line) => !FINISHED.test(line.words)).length;
    const widest = percentile(
      long.map((line) => line.words.length),
      0.98,
    );
    if (widest <= 90 && unfinished / long.length >= 0.4) return 'hard-wrapped';
  }
  const separated = long.filter((line) => line.after === 'blank').length;
  return long.length > 0 && separated / long.length >= 0.5 ? 'blank-separated' : 'line-is-paragraph';
}

function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((left, right) => left - right);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}

function hasOpenBracket(words: string): boolean {
  return [
    ['《', '》'],
    ['“', '”'],
    ['（', '）'],
  ].some(([open = '', close = '']) => words.lastIndexOf(open) > words.lastIndexOf(close));
}

/** Words of another script keep the blank that the line break stood for. */
function joint(before: string, after: string): string {
  return /[A-Za-z]$/u.test(before) && /^[A-Za-z]/u.test(after) ? ' ' : '';
}
