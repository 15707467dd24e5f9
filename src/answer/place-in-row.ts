import type { Span } from '../domain/report.ts';
import type { Figure } from '../text/figures.ts';
import { splitAt } from '../text/split-clauses.ts';
import { aboutness, nearestGroups, type SubjectGroup, subjectGroups } from './clause-focus.ts';
import { tellingFigures } from './figure-kinds.ts';
import type { Reading } from './read-candidate.ts';

/** 城乡居民收入分别增长5%、6%: the first figure is that of the towns. */
const TOWN_AND_COUNTRY = [/^城(?!乡)|^市民/u, /^[农乡]/u] as const;

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
  const [names = '', told = ''] = report.text.slice(row.start, row.end).split('分别');
  const members = told === '' ? [] : membersOf(names, figures.length);
  if (told !== '' && figures.length === 2 && members.length !== 2 && names.includes('城乡'))
    return figures.map((one, index) => ({
      ...one,
      ...weigh(reading.words.filter(({ word }) => TOWN_AND_COUNTRY[index]?.test(word))),
    }));
  return figures.map((one, index): PlacedFigure => {
    const before = figures[index - 1];
    const member = members[index];
    if (member !== undefined && members.length === figures.length)
      return { ...one, ...read(row.start + member.start, row.start + member.end) };
    return {
      ...one,
      ...read(before === undefined ? row.start : before.at + before.figure.number.length, one.at),
    };
  });

  function read(start: number, end: number): Pick<PlacedFigure, 'about' | 'words'> {
    const stretch = report.text.slice(start, end).toLowerCase();
    const { about, words } = weigh(reading.words.filter(({ word }) => stretch.includes(word.toLowerCase())));
    return { about: about + aboutness(reading, start + shift, end + shift), words };
  }
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
  const told = reading.report.text.slice(row.start, row.end).includes('分别');
  const [first] = placed;
  const own = told ? named : named.filter((one) => one !== first);
  const [only] = own;
  if (own.length === 1 && only !== undefined) return only;
  return !told && own.length === 0 && first !== undefined && first.words.length > 0 ? first : null;
}
