import type { Comparison } from '../question/split-comparison.ts';
import { add } from '../text/decimal.ts';
import { type Figure, plainNumber } from '../text/figures.ts';
import { type UnitKind, unitKind } from '../text/unit-kinds.ts';
import { exactFigures, shownDifference, unitOf, yearsOf } from './compare-years.ts';
import type { Judged, Picks } from './decide.ts';
import type { PlacedFigure } from './place-in-row.ts';

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
    const other = right.find((each) => yearsOf(each) === yearsOf(one));
    const pair = other === undefined ? null : nearestPair(asked, one, other);
    if (pair === null) continue;
    const [{ figure: first }, { figure: second }] = pair;
    // Rates of two things add up to nothing.
    if (kind === 'sum' && isPercent(first)) continue;
    return kind === 'sum' ? shownSum(first, second) : shownDifference(first, second, '一样多');
  }
  return null;
}

/**
 * Of two figures of one unit in two places the pair that is most about the two questions. Each has a word before it
 * that only its question has; where no figure has one, it is its question's nearest. What both questions ask (产量)
 * tells no members of a row apart.
 */
function nearestPair(
  asked: UnitKind,
  one: Judged,
  other: Judged,
): readonly [PlacedFigure, PlacedFigure] | null {
  const wanted = ({ figure }: PlacedFigure) => asked !== 'percent' || isPercent(figure);
  const [left, right] = [exactFigures(one).filter(wanted), exactFigures(other).filter(wanted)];
  const isOwn = ({ words }: PlacedFigure, elsewhere: Judged) =>
    words.some((own) => !elsewhere.reading.words.some(({ word }) => word === own));
  const isMeant = (placed: PlacedFigure, among: readonly PlacedFigure[], elsewhere: Judged) => {
    const alike = among.filter(({ figure }) => unitOf(figure) === unitOf(placed.figure));
    return alike.some((each) => isOwn(each, elsewhere)) ? isOwn(placed, elsewhere) : placed === alike[0];
  };
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

function isPercent({ number, unit }: Figure): boolean {
  return unitKind(number, unit) === 'percent';
}
