import type { Question } from '../domain/question.ts';
import { subtract } from '../text/decimal.ts';
import { type Figure, plainNumber } from '../text/figures.ts';
import { unitKind } from '../text/unit-kinds.ts';
import type { Judged, Picks } from './decide.ts';
import { nearestFigures, type PlacedFigure, placeInRow } from './place-in-row.ts';
import { isFormer } from './premise-claims.ts';
import { quotedText } from './read-candidate.ts';
import { yearLabel } from './state-figure.ts';

const ASKS_DIFFERENCE =
  /(?:高|低|多(?!少)|(?<!多)少|快|慢|差|降|升|涨|调|增加|减少|提高|下降).{0,6}(?:多少|几)|(?:多少|几个?)(?:百分)?点|差(?:多少|几|额|距)|比.{1,12}(?:高|低|多(?!少)|(?<!多)少|快|慢)/;
const EARLIER_FIRST = /(?:去年|上一?年|实际|完成)[^，,]*(?:比|和|跟|与)(?:今年|目标|计划)/;
/** A figure that is only foreseen has an exact difference; one that is bounded, rounded or striven for has none. */
const FORESEEN = /^(?:预计|预期)$/;
/** At the head of a sentence it governs all figures up to its end. */
const STRIVEN = /力争|争取/;

/** 高0.5个百分点（8.5% − 8%，由下面两处算出）。 Null where no difference is asked for or none is exact. */
export function compareYears(question: Question, picks: Picks): string | null {
  if (picks.length !== 2 || question.time.years.length < 2 || !ASKS_DIFFERENCE.test(question.text))
    return null;
  const [earlier, later] = [...picks].sort(
    (a, b) => (a.reading.sentence.frame.to ?? 0) - (b.reading.sentence.frame.to ?? 0),
  );
  if (earlier === undefined || later === undefined || yearsOf(earlier) === yearsOf(later)) return null;
  if (
    !picks.every(({ reading: { sentence } }) =>
      // What five years came to is not held against what one is to bring.
      question.time.years.some((year) => sentence.frame.from === year && sentence.frame.to === year),
    )
  )
    return null;
  const [told, planned] = [exactFigures(earlier), exactFigures(later)];
  for (const unit of new Set(told.map(({ figure }) => unitOf(figure)))) {
    const [before, after] = [figureMeant(told, unit), figureMeant(planned, unit)];
    if (
      before === null ||
      after === null ||
      isShare(before, earlier) !== isShare(after, later) ||
      (wantsPercent(question) && unitKind(before.number, before.unit) !== 'percent')
    )
      continue;
    // 去年…比今年…: the earlier year is the one that is more or less.
    const [left, right] = EARLIER_FIRST.test(question.text) ? [before, after] : [after, before];
    return shownDifference(left, right, '一样，没有变化');
  }
  return null;
}

/** 高0.5个百分点（8.5% − 8%，由下面两处算出）。 `same` is said where the two are equal. */
export function shownDifference(left: Figure, right: Figure, same: string): string {
  const difference = subtract(plainNumber(left.number), plainNumber(right.number));
  const unit = /[%％]/.test(right.unit) ? '个百分点' : right.unit;
  const sum = `（${left.number}${left.unit} − ${right.number}${right.unit}，由下面两处算出）`;
  if (difference === '0') return `${same}${sum}。`;
  const [less, more] = unit === '个百分点' ? ['低', '高'] : ['少', '多'];
  return `${difference.startsWith('-') ? less : more}${difference.replace('-', '')}${unit}${sum}。`;
}

/** Whether a figure of `text` is exact: a plain number that nothing bounds, rounds or strives for. */
function isExact({ start, end, number, hedges }: Figure, text: string): boolean {
  return (
    !isFormer(text.slice(0, start), text.slice(end)) &&
    /^\d+(?:\.\d+)?$/.test(plainNumber(number)) &&
    hedges.every((hedge) => FORESEEN.test(hedge)) &&
    !STRIVEN.test(text.slice(0, start))
  );
}

/** 占比重达55% is no growth of 13%. */
function isShare({ start }: Figure, judged: Judged): boolean {
  return /占[^，。；]{0,24}$|(?:比重|占比|比例)[^，。；]{0,6}$/u.test(quotedText(judged).slice(0, start));
}

/** The year or years that a candidate speaks of. */
export function yearsOf({ reading }: Judged): string {
  return yearLabel(reading.sentence.frame);
}

/** As units are compared: full-width forms folded. */
export function unitOf({ unit }: Figure): string {
  return unit.normalize('NFKC');
}

function wantsPercent({ text }: Question): boolean {
  return /百分|点|增速|增幅|增长率|比例|比重/.test(text);
}

/** The exact figures of the quote's clauses that are most about the question, so that not another indicator's is taken; the likeliest first. */
export function exactFigures(judged: Judged): readonly PlacedFigure[] {
  const text = quotedText(judged);
  return nearestFigures(judged)
    .flatMap((group) => placeInRow(judged.reading, group, group.held))
    .filter(({ figure }) => isExact(figure, text))
    .sort((a, b) => b.about - a.about);
}

/** Of several figures of one unit (384亿元救灾款和740亿元重建资金) the one with more of the question's words before it than any other has; null where none has. */
function figureMeant(figures: readonly PlacedFigure[], unit: string): Figure | null {
  const alike = figures.filter(({ figure }) => unitOf(figure) === unit);
  const [first, second] = [...alike].sort((a, b) => b.words.length - a.words.length);
  if (first === undefined || (second !== undefined && second.words.length === first.words.length))
    return null;
  return first.figure;
}
