import type { Span } from '../domain/report.ts';
import type { Figure } from '../text/figures.ts';
import { clausesWithin, splitAt } from '../text/split-clauses.ts';
import { aboutness, nearestGroups, type SubjectGroup, subjectGroups } from './clause-focus.ts';
import { tellingFigures } from './figure-kinds.ts';
import type { Reading } from './read-candidate.ts';

/** 城乡居民收入分别增长5%、6%: the first figure is that of the towns. */
const TOWN_AND_COUNTRY = [/^城(?!乡)|^市民/u, /^[农乡]/u] as const;

/** Who lives in town and in the country, as asked about in one word and as told of. */
export const RESIDENTS = [
  { named: /^(?:城[镇市](?:居民)?|市民)(?:收入)?$/u, told: /城[镇市]|市民/u },
  { named: /^(?:农[村民]|乡村)(?:居民)?(?:收入)?$/u, told: /农[村民]|乡村/u },
] as const;
/** 扣除价格因素 names nothing. */
const ASIDE = /^(?:扣除|剔除|按|不含|不包括|同口径)/u;

/** A figure with where it stands in its report. */
interface FigureAt {
  readonly figure: Figure;
  readonly at: number;
}

/** … and what stands before it, or of what it is told. */
export interface PlacedFigure extends FigureAt {
  /** How much that is about the question, in its own words before any likeness. */
  readonly about: number;
  /** The question's words in it. */
  readonly words: readonly string[];
  /** The member that it is told of, where that is named apart from it; else ''. */
  readonly member: string;
}

/**
 * Each of the figures of one stretch of the report (places in it, in order) with its own member of the row:
 * 新增9995人、再就业2618人, or PM10、PM2.5…分别下降14.39%、13.33%, where the first figure is the first member's.
 */
export function placeInRow(
  reading: Reading,
  row: Span,
  figures: readonly FigureAt[],
): readonly PlacedFigure[] {
  const { report } = reading;
  const shift = reading.ownStart - reading.sentence.start;
  const names = namesIn(report.text.slice(row.start, figures[0]?.at ?? row.end));
  const told = isToldOf(reading, row, figures);
  const members = told ? membersFor(reading, row, names, figures.length) : [];
  if (told && figures.length === 2 && members.length !== 2 && names.includes('城乡'))
    return figures.map((one, index) => ({
      ...one,
      ...weigh(reading.words.filter(({ word }) => TOWN_AND_COUNTRY[index]?.test(word))),
      member: '',
    }));
  return figures.map((one, index): PlacedFigure => {
    const before = figures[index - 1];
    const member = members[index];
    if (member !== undefined && members.length === figures.length)
      return {
        ...one,
        ...read(member.start, member.end),
        member: report.text.slice(member.start, member.end),
      };
    return {
      ...one,
      member: '',
      ...read(before === undefined ? row.start : before.at + before.figure.number.length, one.at),
    };
  });

  function read(start: number, end: number): Pick<PlacedFigure, 'about' | 'words'> {
    const stretch = report.text.slice(start, end).toLowerCase();
    const { about, words } = weigh(reading.words.filter((word) => isNamedIn(stretch, word)));
    // What stands before the text that is read is known by its words alone.
    const likeness = start + shift < 0 ? 0 : aboutness(reading, start + shift, end + shift);
    return { about: about + likeness, words };
  }
}

/** A word stands in a stretch (in lower case), or what it is called there: 农民 for 农村居民, 城镇居民 for 城镇、农村居民. */
export function isNamedIn(
  stretch: string,
  { word, otherNames }: Pick<Reading['words'][number], 'otherNames' | 'word'>,
): boolean {
  return (
    [word.toLowerCase(), ...otherNames].some((name) => stretch.includes(name)) ||
    RESIDENTS.some(({ named, told }) => named.test(word) && told.test(stretch))
  );
}

/** 分别增长8%、9%, or 实际增长8.4%和8%: figures of members that are named before all of them. */
function isToldOf({ report }: Reading, row: Span, figures: readonly FigureAt[]): boolean {
  if (report.text.slice(row.start, row.end).includes('分别')) return true;
  return (
    figures.length > 1 &&
    figures.slice(1).every(({ at }, index) => {
      const before = figures[index];
      return (
        before !== undefined &&
        /^[、和与及]$/u.test(report.text.slice(before.at + before.figure.end - before.figure.start, at))
      );
    })
  );
}

/**
 * The members that the figures of a row are told of, as places in the report: named in it, or else before it, though
 * these have figures of their own (甲、乙支出分别为3亿元、2亿元，增长8%和6%) or another time (五年修路3公里、修桥2座，今年分别…).
 */
function membersFor({ report, sentence }: Reading, row: Span, names: string, count: number): readonly Span[] {
  const placed = (text: string, start: number) =>
    membersOf(text, count).map((member) => ({ start: start + member.start, end: start + member.end }));
  const own = placed(names, row.start);
  if (own.length === count) return own;
  const whole = Math.max(
    report.passages[sentence.passage]?.start ?? 0,
    report.text.lastIndexOf('。', row.start) + 1,
  );
  const before = clausesWithin(report.text, { start: whole, end: row.start }).filter(
    ({ start, end }) => !ASIDE.test(report.text.slice(start, end)),
  );
  const last = before.at(-1);
  const named =
    last === undefined ? [] : placed(namesIn(report.text.slice(last.start, last.end)), last.start);
  return named.length === count ? named : before.slice(-count);
}

/** The part of a clause that names the members of its own row. */
function namesIn(clause: string): string {
  return clause.split('分别')[0] ?? clause;
}

/** A long word says more than what the last member has for all of them (二氧化硫、粉尘浓度). */
function weigh(own: Reading['words']): Pick<PlacedFigure, 'about' | 'words'> {
  return {
    about: own.reduce((sum, { word, weight }) => sum + weight * word.length, 0),
    words: own.map(({ word }) => word),
  };
}

/** The clauses of a quote that are most about the question of those that hold figures, with these. */
export function nearestFigures({
  reading,
  quote,
}: {
  readonly reading: Reading;
  readonly quote: Span;
}): readonly (SubjectGroup & { readonly held: readonly FigureAt[] })[] {
  const figures = figuresAt(reading, quote);
  const groups = subjectGroups(reading, quote).flatMap((group) => {
    const held = figures.filter(({ at }) => at >= group.start && at < group.end);
    return held.length === 0 ? [] : [{ ...group, held }];
  });
  return nearestGroups(groups);
}

/** The telling figures of a stretch of a candidate's report. */
export function figuresAt({ report }: Reading, { start, end }: Span): readonly FigureAt[] {
  return tellingFigures(report.text.slice(start, end)).map((figure) => ({
    figure,
    at: start + figure.start,
  }));
}

/** The members that so many figures are told of: parted by 、, and at their 和 where that is needed. */
function membersOf(names: string, count: number): readonly Span[] {
  const members = splitAt(names, '、');
  if (members.length === count) return members;
  return members.flatMap(({ start, end }) => {
    const joint = /[和与及]/u.exec(names.slice(start + 1, end - 1));
    if (joint === null) return [{ start, end }];
    const cut = start + 1 + joint.index;
    return [
      { start, end: cut },
      { start: cut + 1, end },
    ];
  });
}

/**
 * What all share may stand with the first member, before its own name (城镇职工养老保险、医疗保险), and with the last one,
 * behind it (黄金、白银产量): neither is named by that alone, but by what another has too (淘汰旧车床3台、旧钻床5台).
 */
function isNamedApart(
  { found }: Reading,
  { member, words }: PlacedFigure,
  others: readonly PlacedFigure[],
  [isFirst, isLast]: readonly [boolean, boolean],
): boolean {
  const isShared = (text: string) =>
    found.text.includes(text) || others.some((other) => other.member.includes(text));
  const ends = words.map((word) => member.lastIndexOf(word) + word.length);
  const starts = words.map((word) => member.indexOf(word)).filter((start) => start >= 0);
  const behind = member.slice(Math.max(0, ...ends));
  const before = member.slice(0, Math.min(member.length, ...starts));
  return (!isFirst || isShared(behind)) && (!isLast || isShared(before));
}

/**
 * The figure of the one member of a row that a question names; null where it names none, or it cannot be told which.
 * What all members share stands with the first one (平均压减时间58%、材料52%) or, behind 分别, with the last one too.
 */
export function figureOfMember(
  reading: Reading,
  row: Span,
  figures: readonly FigureAt[],
): PlacedFigure | null {
  const placed = placeInRow(reading, row, figures);
  const named = placed.filter(({ words }, index) =>
    words.some(
      (word) =>
        word.length > 1 && placed.every((other, place) => place === index || !other.words.includes(word)),
    ),
  );
  const told = isToldOf(reading, row, figures);
  const [first] = placed;
  const apart = placed.filter((one) => {
    const others = placed.filter((other) => other !== one);
    return isNamedApart(reading, one, others, [one === first, one === placed.at(-1)]);
  });
  const own = told
    ? named.filter((one) => named.length === 1 || apart.includes(one))
    : named.filter((one) => one !== first);
  const [only] = own;
  if (own.length === 1 && only !== undefined) return only;
  return !told && own.length === 0 && first !== undefined && first.words.length > 0 ? first : null;
}
