import type { Span } from '../domain/report.ts';
import { splitSentences } from '../text/split-sentences.ts';
import type { HeadingCandidate } from './heading-candidates.ts';
import { markerOf } from './heading-markers.ts';
import type { Paragraph } from './paragraphs.ts';
import { beginsWithSalutation } from './salutations.ts';

const LONGEST_LEAD = 32;
const LONGEST_LEAD_LINE = 24;
const FEWEST_LEADS = 2;
const FEWEST_LEAD_LINES = 3;

/** What sums up, points back or announces a list is a sentence of the text, not the heading of its paragraph. */
const NO_HEADING =
  /^(?:这些|上述|以上|同时|此外|总之|当前|今年|去年|过去|实践证明|事实证明|面对|回顾|展望|经过|为此|对此|\d{4}年|我们(?:也|要清醒|深知|深刻))|以下|如下|下列|几(?:个|方面|项)|主要做了|来之不易/u;

/**
 * Un-numbered lead sentences that head their paragraphs (提高生态环境质量。…), and lines that consist of
 * one. They are told by shape and by company: neighbouring paragraphs of the same part begin alike.
 */
export function leadHeadings(
  text: string,
  paragraphs: readonly Paragraph[],
  marked: readonly (HeadingCandidate | null)[],
): readonly (HeadingCandidate | null)[] {
  const leads = paragraphs.map((paragraph, index) =>
    canLead(index) ? leadOf(text, paragraph, paragraphs[index + 1]) : null,
  );
  const accepted = new Set<HeadingCandidate>();
  for (const run of runsOf(paragraphs.map((_, index) => canLead(index)))) {
    const inRun = run.map((index) => leads[index] ?? null);
    for (const lead of inCompany(inRun, false, 1, FEWEST_LEADS)) accepted.add(lead);
    for (const lead of inCompany(inRun, true, 4, FEWEST_LEAD_LINES)) accepted.add(lead);
  }
  return marked.map((candidate, index) => {
    const lead = leads[index] ?? null;
    return candidate ?? (lead !== null && accepted.has(lead) ? lead : null);
  });

  function canLead(index: number): boolean {
    const words = paragraphs[index]?.words ?? '';
    return (marked[index] ?? null) === null && markerOf(words) === null && !beginsWithSalutation(words);
  }
}

function leadOf(text: string, paragraph: Paragraph, next: Paragraph | undefined): HeadingCandidate | null {
  const first = splitSentences(text, paragraph)[0];
  if (first === undefined) return null;
  const words = text.slice(first.start, first.end);
  const length = first.end - first.start;
  if (!/。[”’」』]?$/u.test(words) || length > LONGEST_LEAD || holdsFigure(words) || NO_HEADING.test(words))
    return null;
  if (/[：:；;]/u.test(words) || /^(?!这).+[^不总凡]是/u.test(words)) return null;
  if (first.end < paragraph.end) {
    const rest = paragraph.end - first.end;
    return rest >= 20 && rest >= length ? candidate(first, false) : null;
  }
  const isFollowed = next !== undefined && markerOf(next.words) === null && next.words.length > length * 1.5;
  return isFollowed && length <= LONGEST_LEAD_LINE && !/[，,]/u.test(words) ? candidate(first, true) : null;
}

function candidate(span: Span, ownLine: boolean): HeadingCandidate {
  return { start: span.start, end: span.end, kind: 'lead', ownLine };
}

/** Figures make a sentence a statement; a number in a quoted name does not. */
function holdsFigure(words: string): boolean {
  return /\d/u.test(words.replace(/[“「][^”」]*[”」]/gu, ''));
}

/** Consecutive indexes for which the condition holds. */
function runsOf(conditions: readonly boolean[]): readonly (readonly number[])[] {
  const runs: number[][] = [];
  conditions.forEach((holds, index) => {
    if (!holds) return;
    if (index > 0 && conditions[index - 1]) runs.at(-1)?.push(index);
    else runs.push([index]);
  });
  return runs;
}

/** Leads that stand in a group of at least `fewest`, with at most `gap` other paragraphs between two. */
function inCompany(
  run: readonly (HeadingCandidate | null)[],
  ownLine: boolean,
  gap: number,
  fewest: number,
): readonly HeadingCandidate[] {
  const groups: { leads: HeadingCandidate[]; last: number }[] = [];
  run.forEach((lead, index) => {
    if (lead === null || lead.ownLine !== ownLine) return;
    const group = groups.at(-1);
    if (group !== undefined && index - group.last <= gap + 1) {
      group.leads.push(lead);
      group.last = index;
    } else groups.push({ leads: [lead], last: index });
  });
  return groups.filter((group) => group.leads.length >= fewest).flatMap((group) => group.leads);
}
