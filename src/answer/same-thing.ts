import { namesTopic } from '../question/content-words.ts';
import { characterPairs } from '../text/character-pairs.ts';
import { type Figure, plainNumber } from '../text/figures.ts';
import { unitOf } from './compare-years.ts';
import type { Judged } from './decide.ts';
import { nearestFigures } from './place-in-row.ts';

/** By cosine: 细颗粒物 and PM2.5. */
const VERY_LIKE = 0.8;
/** What is told in much the same words is of the same thing from this share of the other's likelihood on. */
const ABOUT_AS_LIKELY = 0.25;
/** Shares of the shorter one's pairs of characters. */
const MUCH_THE_SAME = 0.5;
const SOMEWHAT_THE_SAME = 0.3;
/** … with this share of the question's words that the other has. */
const ITS_WORDS = 0.6;
/** What differs more from what the later year is compared with is another thing's. */
const ROUNDING = 0.1;
/** Between two figures, the second of which is by how much the first has changed: 83亿元，比去年增加36亿元; 1461亿元，增长25.6%. */
const CHANGED_BY =
  /^[，,]?(?:(?:[比较](?:上一?年|去年)[^，。；]{0,6}?|同比)?(?<more>增加|增长|提高)|(?:[比较](?:上一?年|去年)[^，。；]{0,6}?|同比)?(?:减少|下降|降低|压减))了?(?:约|近)?$/u;

/**
 * Whether a figure of another year is of the thing that `best` tells of: it meets the word that tells the most of what
 * is asked about, or is told in much the same words (新增专项补助资金47亿元, 安排补助资金83亿元).
 */
export function isOfSameThing(one: Judged, best: Judged): boolean {
  return (meetsItsThing(best) && meetsItsThing(one)) || isToldAlike(one, best);
}

/** The word that tells the most of what is asked about stands in the sentence, or one very like it. */
function meetsItsThing({ reading }: Judged): boolean {
  const [rarest] = reading.words.filter(namesTopic).sort((a, b) => b.weight - a.weight);
  return rarest === undefined || rarest.exact || rarest.similarity >= VERY_LIKE;
}

function isToldAlike(one: Judged, best: Judged): boolean {
  const [own, its] = [one.features, best.features];
  // 市外引资 of both years in few of the question's words: the less likely one is as near to them.
  const isAsNear = own.covered >= its.covered && own.met >= its.met;
  if (!isAsNear && one.probability < ABOUT_AS_LIKELY * best.probability) return false;
  const [pairs, others] = [pairsOf(one), pairsOf(best)];
  const shared = [...pairs].filter((pair) => others.has(pair)).length / Math.min(pairs.size, others.size);
  const isOfItsUnit = unitsOf(one).some((unit) => unitsOf(best).includes(unit));
  return (
    shared >= MUCH_THE_SAME ||
    // What is likelier and was passed over for its words: 赤字率2.6% beside 财政赤字率3%.
    (one.probability >= best.probability && isOfItsUnit) ||
    (own.covered >= ITS_WORDS * its.covered && (shared >= SOMEWHAT_THE_SAME || isOfItsUnit))
  );
}

/** The pairs of characters of the clauses that hold the figures. */
function pairsOf(judged: Judged): ReadonlySet<string> {
  const told = nearestFigures(judged).map(({ start, end }) => judged.reading.report.text.slice(start, end));
  const stretches = told.join('，').match(/\p{Script=Han}{2,}/gu) ?? [];
  return new Set(stretches.flatMap(characterPairs));
}

function unitsOf(judged: Judged): readonly string[] {
  return nearestFigures(judged).flatMap(({ held }) => held.map(({ figure }) => unitOf(figure)));
}

/**
 * What the later of two years says of the one before is held against the earlier one's figure: 83亿元，比去年增加36亿元
 * bears 47亿元 out. Null where it says nothing, or the earlier one has no figure of that unit.
 */
export function bearsOut(one: Judged, other: Judged): boolean | null {
  const yearOf = ({ reading }: Judged) => reading.sentence.frame.to ?? 0;
  const [earlier, later] = yearOf(one) < yearOf(other) ? [one, other] : [other, one];
  if ((later.reading.sentence.frame.from ?? 0) - yearOf(earlier) !== 1) return null;
  const figures = nearestFigures(earlier).flatMap(({ held }) => held.map(({ figure }) => figure));
  const verdicts = formersOf(later).flatMap(({ unit, value }) => {
    const alike = figures.filter((figure) => unitOf(figure) === unit);
    const isIt = ({ number }: Figure) => Math.abs(Number(plainNumber(number)) - value) <= ROUNDING * value;
    return alike.length === 0 ? [] : [alike.some(isIt)];
  });
  return verdicts.length === 0 ? null : verdicts.some(Boolean);
}

/** What the figures of a candidate were the year before, by the change that is told behind them. */
function formersOf(judged: Judged): readonly { readonly unit: string; readonly value: number }[] {
  const { text } = judged.reading.report;
  return nearestFigures(judged).flatMap(({ held }) =>
    held.slice(1).flatMap(({ figure: change, at }, index) => {
      const { figure, at: start } = held[index] as (typeof held)[number];
      const told = CHANGED_BY.exec(text.slice(start + figure.end - figure.start, at));
      const [now, by] = [figure, change].map(({ number }) => Number(plainNumber(number))) as [number, number];
      if (told === null || Number.isNaN(now + by)) return [];
      const sign = told.groups?.more === undefined ? -1 : 1;
      const unit = unitOf(figure);
      if (unitOf(change) === unit) return [{ unit, value: now - sign * by }];
      return unitOf(change) === '%' ? [{ unit, value: now / (1 + (sign * by) / 100) }] : [];
    }),
  );
}
