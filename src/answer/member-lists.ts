import type { Heading, Report, Sentence, Span } from '../domain/report.ts';
import { findCountWords, smallNumber } from '../text/counts.ts';
import { findEnumerations } from '../text/enumerations.ts';
import { clausesWithin } from '../text/split-clauses.ts';

/** Members of an enumeration, with the stretches that are quoted for it. */
export interface Members {
  readonly items: readonly Span[];
  readonly quotes: readonly [Span, ...Span[]];
  /** What the report says their number is, null where it does not. */
  readonly count: number | null;
  /** The members are told apart by a count, marks or their number; a pair joined by 、 may be anything. */
  readonly sure: boolean;
}

/** A heading's or a sentence's own number: （一）, 一、, 1. */
export const NUMBERED =
  /^(?:[（(][一二三四五六七八九十]{1,3}[）)]|[一二三四五六七八九十]{1,3}、|\d{1,2}[.、．](?!\d))/u;
const ORDINAL =
  /(?:^|[：:])(?:(?<is>[一二三四五六七八九十]{1,3})(?:是|要)|第(?<th>[一二三四五六七八九十]{1,3})[，,、])|^[（(]?(?<digit>\d{1,2})(?:[）)]|[.、．](?!\d))/u;
/**
 * What stands between the number of what follows and the end of the sentence: 做好以下三个方面的工作：, not
 * 二级公路建成、…, nor the end of a name, 搞好“三条防线”的衔接。, nor what is done: 十件实事圆满完成。
 */
const ANNOUNCES =
  /^(?:(?!.*(?:完成|落实|办[结成]|实现|兑现|落地))[^，。；、”]{0,12}[。：:]?|[^，。；、]{0,12}[：:])\s*$/u;
/** Two that follow are by chance as many as any two. */
const ANNOUNCES_PAIR = /^[^，。；、”]{0,6}(?:[：:]\s*|(?:事|工作|任务|问题|要求|措施|原则)。?\s*)$/u;
const CLOSING = /[。；;，,：:！!]+$/u;
/** A list that a sentence announces begins within so many sentences, and its members follow each other within so many. */
const NEAR = 3;
const APART = 25;
const NAMES_TARGETS = /^[^，。；：:]{0,20}(?:目标|指标)[^，。；：:]{0,6}[：:]/u;
/** Fewer clauses behind a colon are an account. */
const LEAST_CLAUSES = 3;
/** Fewer sentences of one make among others are as many as were counted by chance. */
const LEAST_SCATTERED = 5;
/** A pair behind 其中 is by chance as many as any. */
const LEAST_PARTS = 3;
const OF_THEM = /^其中/u;
/** Of longer ones the first clause is told. */
const LONGEST_MEMBER = 60;

/** The lists whose members are sentences, headings or clauses: the sentence is one of them, or announces them. */
export function findMembers(report: Report, sentence: Sentence): readonly Members[] {
  return [
    inOrdinals(report, sentence),
    inLeadIn(report, sentence),
    inScattered(report, sentence) ?? inNeighbours(report, sentence),
    inHeadings(report, sentence),
    inClauses(report, sentence),
    inPartsBehind(report, sentence),
  ].filter((list) => list !== null);
}

/** 一是…二是…三是…, 一要…二要…, 1.…2.…3.… below 办好三件实事：, also with other sentences or paragraphs between them, of which the sentence is one or which it announces. */
function inOrdinals(report: Report, sentence: Sentence): Members | null {
  const { sentences } = report;
  const own = ordinalOf(report, sentence);
  let first = sentence.index;
  if (own === null) {
    first = sentences.findIndex(
      (other) =>
        other.index > sentence.index &&
        other.index <= sentence.index + NEAR &&
        ordinalOf(report, other) === 1,
    );
    // What stands under the next heading, or behind the next paragraph, is announced there.
    const between = sentences.slice(sentence.index + 1, first);
    if (first < 0 || between.some(({ kind, passage }) => kind === 'heading' || passage !== sentence.passage))
      return null;
  } else {
    for (let wanted = own; wanted > 1; wanted -= 1) {
      const before = sentences
        .slice(Math.max(0, first - APART), first)
        .findLast((other) => ordinalOf(report, other) === wanted - 1);
      if (before === undefined) return null;
      first = before.index;
    }
  }
  const members: Sentence[] = [];
  for (const other of sentences.slice(first)) {
    if (other.index > (members.at(-1)?.index ?? first) + APART) break;
    const ordinal = ordinalOf(report, other);
    if (ordinal === members.length + 1) members.push(other);
    else if (ordinal === 1) break;
  }
  if (members.length < 2) return null;
  const before = sentences
    .slice(Math.max(0, first - NEAR), first)
    .map((other) => textOf(report, other))
    .join('');
  const count = findCountWords(before).find((word) => word.count === members.length)?.count ?? null;
  return listOf(report, members, count);
}

function ordinalOf(report: Report, sentence: Sentence): number | null {
  const groups = ORDINAL.exec(textOf(report, sentence))?.groups;
  if (groups?.digit !== undefined && sentence.kind === 'heading') return null;
  return smallNumber(groups?.is ?? groups?.th ?? groups?.digit ?? '');
}

/** The items of a `；` list after the words they all lean on: the sentence is one of them, or those words. */
function inLeadIn(report: Report, sentence: Sentence): Members | null {
  const start = sentence.leadIn?.start ?? sentence.start;
  const items = report.sentences.filter(({ leadIn }) => leadIn?.start === start);
  if (items.length < 2) return null;
  const count =
    findCountWords(textOf(report, items[0]?.leadIn ?? undefined)).find((word) => word.count === items.length)
      ?.count ?? null;
  return listOf(report, items, count);
}

/** The run of sentences of one make (依托…；依托…) the sentence belongs to, or announces by their number. */
function inNeighbours(report: Report, sentence: Sentence): Members | null {
  const siblings = siblingsOf(report, sentence);
  const place = siblings.indexOf(sentence);
  const text = textOf(report, sentence);
  const counts = findCountWords(text);
  for (const start of place < 0 ? [0, 1, 2] : [place, place + 1]) {
    const run = runFrom(report, siblings, start);
    // 完善省市两级核算体系 and 调动两个积极性 announce no two that follow.
    const counted =
      counts.find(
        ({ count, start: from, end }) =>
          count === run.length &&
          (count > 2 ||
            run.includes(sentence) ||
            (/[个项面件点条类种]$/u.test(text.slice(from, end)) && ANNOUNCES_PAIR.test(text.slice(end)))),
      )?.count ?? null;
    if (counted === null && (run.length < 3 || !run.includes(sentence))) continue;
    const [first, last] = [run[0], run.at(-1)];
    if (first === undefined || last === undefined) continue;
    const quote = trimmed(report, { start: first.start, end: last.end });
    return { items: run.map((item) => trimmed(report, item)), quotes: [quote], count: counted, sure: true };
  }
  return null;
}

/** Sentences next to each other that start with the same two characters, around the one at `place`. */
function runFrom(report: Report, siblings: readonly Sentence[], place: number): readonly Sentence[] {
  const own = siblings[place];
  if (own === undefined) return [];
  const isAlike = (sibling: Sentence | undefined) => makeOf(report, sibling) === makeOf(report, own);
  let [from, to] = [place, place];
  while (from > 0 && isAlike(siblings[from - 1])) from -= 1;
  while (to + 1 < siblings.length && isAlike(siblings[to + 1])) to += 1;
  return siblings.slice(from, to + 1);
}

function makeOf(report: Report, sentence: Sentence | undefined): string {
  return textOf(report, sentence).slice(0, 2);
}

function siblingsOf({ sentences }: Report, sentence: Sentence): readonly Sentence[] {
  return sentences.filter(({ passage, kind }) => passage === sentence.passage && kind === 'body');
}

/** 实施五大工程。拨款…。…。拨款…。…: as many sentences of one make among others as were counted before the first. */
function inScattered(report: Report, sentence: Sentence): Members | null {
  const siblings = siblingsOf(report, sentence);
  const place = siblings.indexOf(sentence);
  if (place < 0) return null;
  for (const start of siblings.slice(place, place + NEAR)) {
    const members = siblings.filter((other) => makeOf(report, other) === makeOf(report, start));
    const [first] = members;
    if (first === undefined || members.length < LEAST_SCATTERED) continue;
    const from = siblings.indexOf(first);
    const before = siblings.slice(Math.max(0, from - NEAR), from);
    const counts = findCountWords(before.map((other) => textOf(report, other)).join(''));
    if (!counts.some(({ count }) => count === members.length)) continue;
    if (!members.includes(sentence) && !before.includes(sentence)) continue;
    const isRun = siblings.indexOf(members.at(-1) ?? first) - from + 1 === members.length;
    const isShort = members.every(({ start, end }) => end - start <= LONGEST_MEMBER);
    const clauses = members.map((member) => clausesWithin(report.text, member)[0] ?? member);
    return isRun ? null : listOf(report, isShort ? members : clauses, members.length);
  }
  return null;
}

/** Headings that a sentence announces (做好以下五个方面的工作：), or that stand below the heading it is. */
function inHeadings(report: Report, sentence: Sentence): Members | null {
  const children = childrenOf(report, sentence);
  const text = textOf(report, sentence);
  const announced = findCountWords(text).find(
    ({ count, end }) => count === children.length && ANNOUNCES.test(text.slice(end)),
  );
  if (children.length < 2 || (announced === undefined && sentence.kind !== 'heading')) return null;
  return listOf(report, children, announced?.count ?? null);
}

/** What a heading with a colon announces, clause by clause: 今年主要预期目标是：… The sentence is either, or in it. */
function inClauses(report: Report, sentence: Sentence): Members | null {
  const { sentences } = report;
  const heading =
    sentence.kind === 'heading'
      ? sentence
      : sentences[
          sentences.findIndex(({ passage, kind }) => passage === sentence.passage && kind === 'body') - 1
        ];
  if (heading?.kind !== 'heading' || !/[：:]\s*$/u.test(textOf(report, heading)))
    return behindColon(report, sentence);
  const rest = sentences.slice(heading.index + 1);
  const passage = rest[0]?.kind === 'body' ? rest[0].passage : -1;
  const until = rest.findIndex((other) => other.kind !== 'body' || other.passage !== passage);
  const body = until < 0 ? rest : rest.slice(0, until);
  // What comes behind the full stop is said of them: 提出这些目标，考虑了….
  const stop = body.findIndex((part) => /[。！!]\s*$/u.test(textOf(report, part)));
  const [row, all] = [body.slice(0, stop + 1), body].map((parts) =>
    parts.flatMap((part) => clausesWithin(report.text, part)),
  );
  const clauses = row !== undefined && row.length >= LEAST_CLAUSES ? row : (all ?? []);
  return clauses.length < LEAST_CLAUSES || !isHeld(sentence) ? null : listOf(report, clauses, null);

  function isHeld({ start, end, kind }: Sentence): boolean {
    return kind === 'heading' || clauses.some((clause) => clause.start < end && clause.end > start);
  }
}

/** 主要目标是：总产值增长6%左右，财政收入增长4%，…: the clauses behind the colon of the sentence itself. */
function behindColon(report: Report, sentence: Sentence): Members | null {
  const [opening = ''] = NAMES_TARGETS.exec(textOf(report, sentence)) ?? [];
  const row = clausesWithin(report.text, { start: sentence.start + opening.length, end: sentence.end });
  return opening === '' || row.length < LEAST_CLAUSES ? null : listOf(report, row, null);
}

/** 四大产业完成产值9亿元。其中甲、乙、丙、丁产值分别达到…: what the next sentence tells of as many parts. */
function inPartsBehind(report: Report, sentence: Sentence): Members | null {
  const next = report.sentences[sentence.index + 1];
  const counts = findCountWords(textOf(report, sentence));
  if (next?.passage !== sentence.passage || !OF_THEM.test(textOf(report, next))) return null;
  const [own = sentence] = clausesWithin(report.text, sentence).filter(
    (clause) => findCountWords(textOf(report, clause)).length > 0,
  );
  for (const { items, span } of findEnumerations(textOf(report, next))) {
    const count = counts.find((word) => word.count === items.length)?.count ?? 0;
    if (count < LEAST_PARTS) continue;
    const shift = ({ start, end }: Span) => ({ start: start + next.start, end: end + next.start });
    const [told = shift(span)] = clausesWithin(report.text, next).filter(
      ({ start, end }) => start <= span.start + next.start && end >= span.end + next.start,
    );
    return { items: items.map(shift), quotes: [own, told], count, sure: true };
  }
  return null;
}

function childrenOf({ headings, passages }: Report, sentence: Sentence): readonly Heading[] {
  if (sentence.kind === 'heading') {
    const own = headings.find(({ start, end }) => start < sentence.end && end > sentence.start);
    return own === undefined ? [] : numberedAlone(headings.filter(({ parent }) => parent === own.index));
  }
  const heading = headings[passages[sentence.passage]?.heading ?? -1];
  const next = headings.find(({ start }) => start >= sentence.end);
  if (
    next === undefined ||
    (next.parent !== (heading?.index ?? null) && next.parent !== (heading?.parent ?? null))
  )
    return [];
  const following = headings.filter(
    ({ start, parent, level }) => start >= next.start && parent === next.parent && level === next.level,
  );
  // ——更加注重甲。… and then （一）: what comes next is announced.
  const numbered = following.findIndex(({ label }) => NUMBERED.test(label));
  return numbered > 1 ? following.slice(0, numbered) : numberedAlone(following);
}

/** Among numbered headings stand others that nobody counts. */
function numberedAlone(headings: readonly Heading[]): readonly Heading[] {
  const numbered = headings.filter(({ label }) => NUMBERED.test(label));
  return numbered.length > 1 ? numbered : headings;
}

/** Members with a quote each. */
export function listOf(report: Report, members: readonly Span[], count: number | null): Members {
  const items = members
    .map((member) => trimmed(report, member))
    .filter((item) => textOf(report, item) !== '等等');
  return { items, quotes: items as [Span, ...Span[]], count, sure: true };
}

export function textOf(report: Report, span: Span | undefined): string {
  return span === undefined ? '' : report.text.slice(span.start, span.end);
}

function trimmed(report: Report, span: Span): Span {
  const text = textOf(report, span);
  return { start: span.start, end: span.start + text.replace(/\s+$/u, '').replace(CLOSING, '').length };
}
