import type { Span } from '../domain/report.ts';
import type { Comparison } from '../question/split-comparison.ts';
import { add } from '../text/decimal.ts';
import { type Figure, plainNumber } from '../text/figures.ts';
import { splitAt } from '../text/split-clauses.ts';
import { type UnitKind, unitKind } from '../text/unit-kinds.ts';
import { aboutness, nearestGroups, subjectGroups } from './clause-focus.ts';
import { isExact, shownDifference } from './compare-years.ts';
import type { Judged, Picks } from './decide.ts';
import { tellingFigures } from './figure-kinds.ts';
import { yearLabel } from './state-figure.ts';

/** A figure with where it stands in its report. */
interface Placed {
  readonly figure: Figure;
  readonly at: number;
  /** How much the words before it are about the question, in its own words before any likeness. */
  readonly about: number;
  /** The question's words that stand before it. */
  readonly words: readonly string[];
}

/**
 * 多50.5亿元（151.3亿元 − 100.8亿元，由下面两处算出）。 of the figures of two things in one year. Null where the
 * two have no exact figures of one unit, or no two of them.
 */
export function compareSides(
  kind: Comparison['kind'],
  asked: UnitKind,
  left: Picks,
  right: Picks,
): string | null {
  for (const one of left) {
    const other = right.find((each) => yearOf(each) === yearOf(one));
    const pair = other === undefined ? null : nearestPair(asked, one, other);
    if (pair === null) continue;
    const [{ figure: first }, { figure: second }] = pair;
    return kind === 'sum' ? shownSum(first, second) : shownDifference(first, second, '一样多');
  }
  return null;
}

/**
 * Of two figures of one unit in two places the pair that is most about the two questions. Each is its question's
 * nearest, or has a word before it that only its question has.
 */
function nearestPair(asked: UnitKind, one: Judged, other: Judged): readonly [Placed, Placed] | null {
  const wanted = ({ figure }: Placed) => asked !== 'percent' || isPercent(figure);
  const [left, right] = [figuresMeant(one).filter(wanted), figuresMeant(other).filter(wanted)];
  const isMeant = (placed: Placed, among: readonly Placed[], elsewhere: Judged) =>
    placed === among.find(({ figure }) => unitOf(figure) === unitOf(placed.figure)) ||
    placed.words.some((own) => !elsewhere.reading.words.some(({ word }) => word === own));
  const pairs = left.flatMap((first) =>
    right
      .filter(
        (second) =>
          unitOf(first.figure) === unitOf(second.figure) &&
          (one.reading.report !== other.reading.report || first.at !== second.at) &&
          isMeant(first, left, other) &&
          isMeant(second, right, one),
      )
      .map((second) => [first, second] as const),
  );
  return pairs.sort((a, b) => b[0].about + b[1].about - a[0].about - a[1].about)[0] ?? null;
}

function shownSum(left: Figure, right: Figure): string {
  const sum = add(plainNumber(left.number), plainNumber(right.number));
  return `一共${sum}${right.unit}（${left.number}${left.unit} + ${right.number}${right.unit}，由下面两处算出）。`;
}

function yearOf({ reading }: Judged): string {
  return yearLabel(reading.sentence.frame);
}

function unitOf({ unit }: Figure): string {
  return unit.normalize('NFKC');
}

function isPercent({ number, unit }: Figure): boolean {
  return unitKind(number, unit) === 'percent';
}

/** The exact figures of the clauses that are most about the question, the likeliest first. */
function figuresMeant({ reading, quote }: Judged): readonly Placed[] {
  const { report } = reading;
  const shift = reading.ownStart - reading.sentence.start;
  const text = report.text.slice(quote.start, quote.end);
  const exact = tellingFigures(text)
    .filter((figure) => isExact(figure, text))
    .map((figure) => ({ figure, at: quote.start + figure.start }));
  const groups = subjectGroups(reading, quote).filter((group) =>
    exact.some((one) => isWithin(one.at, group)),
  );
  const placed = nearestGroups(groups).flatMap((group) => {
    const held = exact.filter((one) => isWithin(one.at, group));
    const [names = '', figures = ''] = report.text.slice(group.start, group.end).split('分别');
    const members = splitAt(names, '、');
    return held.map((one, index): Placed => {
      const before = held[index - 1];
      const member = members[index];
      // PM10、PM2.5…分别下降14.39%、13.33%: the first figure is the first member's.
      if (figures !== '' && members.length === held.length && member !== undefined)
        return { ...one, ...read(group.start + member.start, group.start + member.end) };
      return {
        ...one,
        ...read(before === undefined ? group.start : before.at + before.figure.number.length, one.at),
      };
    });
  });
  return placed.sort((a, b) => b.about - a.about);

  function read(start: number, end: number): Pick<Placed, 'about' | 'words'> {
    const stretch = report.text.slice(start, end).toLowerCase();
    const own = reading.words.filter(({ word }) => stretch.includes(word.toLowerCase()));
    const weight = own.reduce((sum, word) => sum + word.weight, 0);
    return {
      about: weight + aboutness(reading, start + shift, end + shift),
      words: own.map(({ word }) => word),
    };
  }
}

function isWithin(place: number, { start, end }: Span): boolean {
  return place >= start && place < end;
}
