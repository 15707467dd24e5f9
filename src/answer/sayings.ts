import type { Question } from '../domain/question.ts';
import type { Report, Sentence, Span } from '../domain/report.ts';
import { smallNumber } from '../text/counts.ts';
import { escapePattern } from '../text/escape-pattern.ts';
import { membersAlone } from '../text/row-members.ts';
import { clausesWithin } from '../text/split-clauses.ts';
import type { Judged, Verdict } from './decide.ts';
import type { ReportList } from './find-list.ts';
import { listOf, textOf } from './member-lists.ts';

const NUMERALS = '零一二三四五六七八九十';
const NUMBER = '[一二两三四五六七八九十]';
/** “三去一降一补”是哪五样, 六稳是什么, 四个自信指的是什么: numbers, each with the word that so many members have. */
const SAYING = new RegExp(
  `(?:^|[“"，,的说里])(?<saying>(?:${NUMBER}[个大]?(?:(?<=个)一)?(?:(?!${NUMBER}|[是指有都哪])\\p{Script=Han}){1,3})+)[”"]?(?:都|分别|具体|到底)*(?:是|指的?是?|有|包括|说的?是?)+(?:什么|啥|哪)`,
  'u',
);
/** Two that are alike stand side by side by chance. */
const FEWEST = 3;
const LONGEST_MEMBER = 14;

interface Group {
  readonly count: number;
  readonly word: string;
}

/**
 * A saying of numbers is told by the row whose members have its words so often, one behind the other: 抓好去产能、去库存、
 * 去杠杆、降成本、补短板. The report need not say the saying itself, unless its members are clauses with others between
 * them: 三个一批：新上一批，…；技改一批，…；淘汰一批，…. Null where it has no such row.
 */
export function tellsSaying(question: Question, judged: readonly Judged[]): Verdict | null {
  const groups = groupsOf(question);
  if (groups.reduce((sum, { count }) => sum + count, 0) < FEWEST) return null;
  const [best] = judged.toSorted((a, b) => b.probability - a.probability);
  if (best === undefined) return null;
  const reports = [...new Set(judged.map(({ reading }) => reading.report))];
  const [list] = reports.flatMap((report) => [
    ...report.sentences.flatMap((sentence) => rowOf(report, sentence, groups) ?? []),
    ...report.passages.flatMap((passage) => spreadOver(report, passage, groups) ?? []),
  ]);
  return list === undefined
    ? null
    : { kind: 'answer', rule: 'a row that the saying counts', picks: [best], list };
}

/** 三去一降一补 → three 去, one 降, one 补. */
function groupsOf({ text }: Question): readonly Group[] {
  const saying = SAYING.exec(text)?.groups?.saying ?? '';
  return [
    ...saying.matchAll(
      new RegExp(`(${NUMBER})[个大]?((?:(?<=个)一)?(?!${NUMBER})[^${NUMBER.slice(1, -1)}]+)`, 'gu'),
    ),
  ].map(([, count = '', word = '']) => ({ count: smallNumber(count) ?? 0, word }));
}

/** The first row of a sentence whose members have the words of the groups in their order; a longer row is of another number. */
function rowOf(report: Report, { start, end }: Sentence, groups: readonly Group[]): ReportList | null {
  const text = report.text.slice(start, end);
  const words = groups.flatMap(({ count, word }) => Array.from({ length: count }, () => word));
  const [word = ''] = words;
  const parts = partsOf(text, words);
  const isMember = (part: Span | undefined, own = '') =>
    part !== undefined &&
    part.end - part.start <= LONGEST_MEMBER &&
    isHeld(text.slice(part.start, part.end), own);
  for (const [place, opening] of parts.entries()) {
    const after = place + words.length;
    // What is done with all of them stands before the first: 抓好去产能.
    const lead = isMember(opening, word) ? 0 : text.slice(opening.start, opening.end).indexOf(word);
    const first = { start: opening.start + Math.max(0, lead), end: opening.end };
    const items = [first, ...parts.slice(place + 1, after)];
    const isLonger =
      isMember(parts[place - 1], word) ||
      isMember(parts[after], words.at(-1)) ||
      text[opening.start - 1] === '、' ||
      text[parts[after - 1]?.end ?? 0] === '、';
    if (isLonger || items.length < words.length || !items.every((item, at) => isMember(item, words[at])))
      continue;
    const shift = (span: Span) => ({ start: start + span.start, end: start + span.end });
    const quote = shift({ start: opening.start, end: items.at(-1)?.end ?? opening.end });
    const alone = membersAlone(text, items).map(shift);
    return { report, items: alone, quotes: [quote], count: words.length, sure: true, focus: 1 };
  }
  return null;
}

/** The clauses behind the saying in its passage that open with its word, as many as it counts, each with what follows it. */
function spreadOver(report: Report, passage: Span, groups: readonly Group[]): ReportList | null {
  const [{ count, word }, ...others] = groups as [Group, ...Group[]];
  const said = textOf(report, passage).search(
    new RegExp(`(?:${NUMERALS.charAt(count)}|${count})个[“"]?${escapePattern(word)}`, 'u'),
  );
  if (others.length > 0 || said < 0) return null;
  const [, ...clauses] = clausesWithin(report.text, { start: passage.start + said, end: passage.end });
  const opens = new RegExp(`^\\p{Script=Han}{1,4}${escapePattern(word)}`, 'u');
  const heads = clauses.filter((clause) => opens.test(textOf(report, clause)));
  if (heads.length !== count) return null;
  const items = heads.map(({ start, end }, place) => {
    const after = textOf(report, { start: end, end: heads[place + 1]?.start ?? passage.end });
    return { start, end: end + after.search(/[；;。]|$/u) };
  });
  return { ...listOf(report, items, count), report, focus: 1 };
}

/** A member begins or ends with its word, or with a word that begins so: 景村融合 is one 融. */
function isHeld(member: string, word: string): boolean {
  return (
    member.length > word.length && (member.startsWith(word) || member.slice(-word.length - 1).includes(word))
  );
}

/** Apart at every mark, and at a 和 beside one of the words. */
function partsOf(text: string, words: readonly string[]): readonly Span[] {
  const word = `(?:${[...new Set(words)].map(escapePattern).join('|')})`;
  const marks = new RegExp(
    `[、，,；;。：:“”‘’"（）()\\s]+|等|(?<=${word})(?:的|以及|和|与|及)|(?:以及|和|与|及)(?=${word})`,
    'gu',
  );
  const spans: Span[] = [];
  let from = 0;
  for (const { index, length } of [...text.matchAll(marks)].map((match) => ({
    index: match.index,
    length: match[0].length,
  }))) {
    if (index > from) spans.push({ start: from, end: index });
    from = index + length;
  }
  return from < text.length ? [...spans, { start: from, end: text.length }] : spans;
}
