import type { Heading } from '../domain/report.ts';
import { type HeadingCandidate, type HeadingKind, headingCandidates } from './heading-candidates.ts';
import { leadHeadings } from './lead-headings.ts';
import type { Paragraph } from './paragraphs.ts';
import { namesGlossary, namesPart } from './part-headings.ts';
import { beginsWithSalutation } from './salutations.ts';

/** A heading before its years are known. */
export type HeadingWithoutFrame = Omit<Heading, 'frame'>;

/** The heading tree of a report, and where each paragraph stands in it. */
export interface HeadingTree {
  readonly headings: readonly HeadingWithoutFrame[];
  /** For each paragraph the index of its innermost heading, null where there is none. */
  readonly headingOf: readonly (number | null)[];
  /** For each paragraph the index of the heading that it opens with, null where it opens with none. */
  readonly opens: readonly (number | null)[];
}

/** Outer kinds have lower ranks; bare headings get theirs from where they stand. */
const RANK: Readonly<Record<HeadingKind, number>> = {
  appendix: 0,
  part: 2,
  section: 3,
  subsection: 4,
  item: 5,
  subitem: 6,
  bare: 7,
  ordinal: 8,
  enumerator: 9,
  dash: 10,
  lead: 11,
  colon: 12,
};
const APPENDIX_TITLE_RANK = 1;
const LOOSE: readonly HeadingKind[] = ['ordinal', 'enumerator', 'dash', 'lead', 'colon'];
/** A loose heading reaches to the next of its kind over at most this many paragraphs. */
const LONGEST_LOOSE_REACH = 5;

/** Words with which a review turns from its last point to the whole: thanks, experience, shortcomings. */
const TURNS_TO_THE_WHOLE =
  /^(?:我们(?:也|要|更|必须|还){0,2}.{0,4}清醒|在(?:肯定|看到|总结)|(?:同时|当然)[，,]?.{0,10}清醒|.{0,30}清醒地?(?:认识|看)到|(?:这些|取得这些|我们取得的?|过去.{1,3}年.{0,10})成[绩就]|总结.{0,12}(?:经验|体会)|回顾.{1,12}[，,])/u;

interface Open {
  readonly index: number;
  readonly rank: number;
  /** The last paragraph that a loose heading holds; numbered ones hold all until the next. */
  readonly until: number;
}

/** Finds a report's headings, numbered or not, on their own line or run into their paragraph. */
export function findHeadings(text: string, paragraphs: readonly Paragraph[]): HeadingTree {
  const candidates = leadHeadings(text, paragraphs, headingCandidates(text, paragraphs));
  const ranks = ranksOf(paragraphs, candidates);
  const headings: HeadingWithoutFrame[] = [];
  const headingOf: (number | null)[] = [];
  const opens: (number | null)[] = [];
  let stack: readonly Open[] = [];
  paragraphs.forEach((paragraph, index) => {
    const candidate = candidates[index] ?? null;
    // With a heading ends all that it holds.
    const ended = stack.findIndex((open) => open.until < index);
    if (ended >= 0) stack = stack.slice(0, ended);
    if (candidate === null) {
      if (leavesParts(paragraph.words)) stack = stack.slice(0, 1);
      opens.push(null);
    } else {
      const rank = ranks[index] ?? RANK[candidate.kind];
      stack = stack.filter((open) => open.rank < rank);
      const heading = {
        index: headings.length,
        parent: stack.at(-1)?.index ?? null,
        level: stack.length + 1,
        label: labelOf(text.slice(candidate.start, candidate.end)),
        start: candidate.start,
        end: candidate.end,
      };
      headings.push(heading);
      opens.push(heading.index);
      stack = [...stack, { index: heading.index, rank, until: reach(candidates, paragraphs, index) }];
    }
    headingOf.push(stack.at(-1)?.index ?? null);
  });
  return { headings, headingOf, opens };
}

/** The heading as one cites it: without the page's breaks, a bullet's dash and the closing mark. */
export function labelOf(words: string): string {
  return words
    .replace(/[\u200b-\u200f\u2060\ufeff]/gu, '')
    .replace(/\s*[\r\n]+\s*/gu, '')
    .replace(/(?<=[^\w])[\s\u3000]+|[\s\u3000]+(?=[^\w])/gu, '')
    .replace(/^(?:[—―–－─-]{2,}|[●•◆▲■※])/u, '')
    .replace(/是?[。：:！!；;.]+$/u, (mark) =>
      /^是[：:]/u.test(mark) ? '' : mark.startsWith('是') ? '是' : '',
    );
}

function leavesParts(words: string): boolean {
  return beginsWithSalutation(words) || TURNS_TO_THE_WHOLE.test(words);
}

/** How far a loose heading holds: to the next of its kind; the last of them only its own paragraph. */
function reach(
  candidates: readonly (HeadingCandidate | null)[],
  paragraphs: readonly Paragraph[],
  index: number,
): number {
  const own = candidates[index];
  if (own === null || own === undefined || !LOOSE.includes(own.kind)) return Number.POSITIVE_INFINITY;
  const alone = own.ownLine ? index + 1 : index;
  if (own.kind === 'colon') return alone;
  let between = 0;
  for (let next = index + 1; next < candidates.length && between <= LONGEST_LOOSE_REACH; next += 1) {
    const candidate = candidates[next] ?? null;
    if (candidate === null) {
      if (leavesParts(paragraphs[next]?.words ?? '')) break;
      between += 1;
    } else if (RANK[candidate.kind] <= RANK[own.kind]) {
      if (candidate.kind === own.kind) return next - 1;
      break;
    }
  }
  return heldDeeper(candidates, index) ? lastDeeper(candidates, index, alone) : alone;
}

/** Whether the heading of the same kind before this one held deeper headings. */
function heldDeeper(candidates: readonly (HeadingCandidate | null)[], index: number): boolean {
  const kind = candidates[index]?.kind ?? 'lead';
  for (let before = index - 1; before >= 0; before -= 1) {
    const candidate = candidates[before];
    if (candidate === null || candidate === undefined) continue;
    if (candidate.kind === kind) return false;
    if (RANK[candidate.kind] < RANK[kind]) return false;
    return candidates.slice(0, before).some((earlier) => earlier?.kind === kind);
  }
  return false;
}

/** The last of the deeper headings that directly follow. */
function lastDeeper(candidates: readonly (HeadingCandidate | null)[], index: number, least: number): number {
  const rank = RANK[candidates[index]?.kind ?? 'lead'];
  let last = index;
  while (RANK[candidates[last + 1]?.kind ?? 'appendix'] > rank) last += 1;
  return Math.max(last, least);
}

/**
 * Bare headings name the parts of a report where they come first; in a report of numbered parts they
 * stand below the numbers. After 附件 a bare line is the title of the appendix.
 */
function ranksOf(
  paragraphs: readonly Paragraph[],
  candidates: readonly (HeadingCandidate | null)[],
): readonly (number | null)[] {
  const first = candidates.find((candidate) => candidate !== null && !LOOSE.includes(candidate.kind));
  return candidates.map((candidate, index) => {
    if (candidate?.kind !== 'bare') return null;
    const words = paragraphs[index]?.words ?? '';
    if (candidates[index - 1]?.kind === 'appendix') return APPENDIX_TITLE_RANK;
    if (namesGlossary(words)) return RANK.appendix;
    return first?.kind === 'bare' && (namesPart(words) || !candidates.some(isSection))
      ? RANK.part
      : RANK.bare;
  });
}

function isSection(candidate: HeadingCandidate | null): boolean {
  return candidate?.kind === 'section' || candidate?.kind === 'subsection';
}
