import type { ReportFacts, YearFrame } from '../domain/report.ts';

/** A heading longer than this is a whole sentence; only its opening names the subject. */
const HEADING_LENGTH = 24;
/** With a question of 36 characters and the model's own tokens a pair stays within 160 tokens. */
const TEXT_LENGTH = 150;
/** 一、 or （二） before a heading: says nothing. */
const HEADING_NUMBER = /^(?:[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十]{1,3}[）)])\s*/u;
const NUMERALS = ['', '一', '两', '三', '四', '五', '六', '七', '八', '九', '十'];
const ROLE_WORDS = { review: '完成', plan: '计划', none: '' } as const satisfies Record<
  YearFrame['role'],
  string
>;

/** What the reader is told of a sentence. */
export interface ReadSentence {
  /** Its lead-in's words and its own. */
  readonly sentenceText: string;
  /** Labels from the outermost heading to the innermost. */
  readonly headingPath: readonly string[];
  readonly frame: YearFrame;
  readonly facts: Pick<ReportFacts, 'yearReviewed' | 'yearPlanned'>;
}

/**
 * A sentence as the reader was trained to read it: its years as a citizen and as the calendar calls them, the
 * innermost heading, the sentence, with a bar between: 去年2025年完成|农业|粮食产量增长3%。 At most 150 characters.
 */
export function readerText({ sentenceText, headingPath, frame, facts }: ReadSentence): string {
  const label = headingPath.at(-1) ?? '';
  const isHeading = label !== '' && sentenceText.startsWith(label);
  const heading = isHeading ? '' : label.replace(HEADING_NUMBER, '').slice(0, HEADING_LENGTH);
  const parts = [yearMarker(frame, facts), heading, sentenceText];
  return parts
    .filter((part) => part !== '')
    .join('|')
    .slice(0, TEXT_LENGTH);
}

/** 去年2025年完成, 过去五年2021-2025年完成, 今年2026年计划; without years only what the role says. */
function yearMarker({ role, from, to }: YearFrame, facts: ReadSentence['facts']): string {
  const years = from === null || to === null ? '' : yearsNamed(from, to, facts);
  return years + ROLE_WORDS[role];
}

function yearsNamed(from: number, to: number, facts: ReadSentence['facts']): string {
  if (from === to) return `${relativeYear(from, facts)}${from}年`;
  const length = NUMERALS[to - from + 1];
  if (length === undefined) return `${from}-${to}年`;
  if (to === facts.yearReviewed) return `过去${length}年${from}-${to}年`;
  const isAhead = facts.yearPlanned !== null && from >= facts.yearPlanned;
  return isAhead ? `今后${length}年${from}-${to}年` : `${from}-${to}年`;
}

function relativeYear(year: number, { yearReviewed, yearPlanned }: ReadSentence['facts']): string {
  if (year === yearReviewed) return '去年';
  if (year === yearPlanned) return '今年';
  if (yearReviewed !== null && year === yearReviewed - 1) return '前年';
  if (yearPlanned !== null && year === yearPlanned + 1) return '明年';
  return '';
}
