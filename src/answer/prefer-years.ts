import type { Question } from '../domain/question.ts';
import { spansYears } from '../domain/report.ts';
import type { Judged } from './decide.ts';

/** 五年淘汰多少: several years, whichever they are. */
const SEVERAL_YEARS = /(?<![\d一二三四五六七八九十百第])[五5]年(?![级制期以前]|内?脱)/u;
const OWN_YEAR = /[今去明]年|\d{4}年/u;
const TELLS_SEVERAL =
  /(?<![\d一二三四五六七八九十百第])[五5]年(?![级制])|[“"]?十[一二三四五六七八九]五[”"]?(?:时期|期间)/u;

/** What is about as likely as another. */
const AS_LIKELY = 0.7;

/** Whether a figure of several years is asked for, without a word for which they are. */
export function asksSeveralYears({ text, time }: Pick<Question, 'text' | 'time'>): boolean {
  return time.years.length === 0 && SEVERAL_YEARS.test(text) && !OWN_YEAR.test(text);
}

/**
 * Of those that may tell a figure, those of the time itself: of the year that is asked for before a longer time around
 * it, and of several years before what a single one brings.
 */
export function ofTheYear(
  question: Question,
  lackingIn: (one: Judged) => string | null,
  able: readonly Judged[],
): readonly Judged[] {
  if (question.asks !== 'figure') return able;
  if (asksSeveralYears(question)) {
    const several = able.filter(tellsSeveral);
    return several.length > 0 ? several : able;
  }
  if (question.time.years.length === 0)
    return able.filter((one) => !able.some((other) => isLatest(other, one)));
  return able.some((one) => one.features.year === 1 && lackingIn(one) === null)
    ? able.filter(({ features }) => features.year !== 0.5)
    : able;
}

/** 接待游客多少人次 is told of the year reviewed before an earlier one (2019年接待游客2700万人次，创历史最高纪录). */
export function isLatest(one: Judged, other: Judged): boolean {
  const { report, sentence } = one.reading;
  const { yearReviewed } = report.facts;
  const { from, to } = other.reading.sentence.frame;
  const isEarlier = to !== null && yearReviewed !== null && to < yearReviewed && from === to;
  return (
    isEarlier &&
    sentence.frame.from === yearReviewed &&
    one.probability >= AS_LIKELY * other.probability &&
    one.features.covered >= other.features.covered
  );
}

function tellsSeveral({ reading: { report, sentence } }: Judged): boolean {
  return spansYears(sentence.frame) || TELLS_SEVERAL.test(report.text.slice(sentence.start, sentence.end));
}
