import type { Question } from '../domain/question.ts';
import type { Judged } from './decide.ts';
import { goesOnInYear } from './goes-on-in-year.ts';

/** What has the question's words outwords what has no more than this share of them … */
const HALF_ITS_WORDS = 0.5;
/** … unless that is more than half as likely; with fewer words than this it must be the likelier one. */
const HALF_AS_LIKELY = 0.5;
const FEW_WORDS = 0.2;
/** Each word of the question stands in the sentence. */
const EXACT = 0.9;
const UNLIKELY = 0.2;

/** A figure is no answer where a sentence that has none is this likely, and so many times likelier. */
const LIKELY = 0.4;
const FAR_LIKELIER = 3;

/**
 * The sentence of another year whose words are those of the question, where the best of the year asked for has few
 * of them; or a far likelier one without a figure, where that has another thing's.
 */
export function outwordedBy(question: Question, best: Judged, ranked: readonly Judged[]): Judged | undefined {
  return ranked.find((one, place) =>
    place === 0
      ? isOutworded(best, one) || isFarLikelier(question, best, one)
      : isOfALongerTime(question, best, one) || isListOfAnotherYear(question, best, one),
  );
}

/**
 * Where the best lacks what is asked for, the sentence of another year that lacks nothing and has more of the question's
 * words: 乙高铁今年通车吗 is told by 2028年建成乙高铁, and not by 今年建成甲高铁.
 */
export function toldOfAnotherYear(
  { asks, time }: Question,
  best: Judged,
  ranked: readonly Judged[],
  lackingIn: (one: Judged) => string | null,
): Judged | undefined {
  if (asks !== 'yesno' || time.years.length !== 1) return undefined;
  return ranked.find(
    (one) =>
      one.features.year < 0 &&
      one.probability >= HALF_AS_LIKELY * best.probability &&
      one.features.covered > best.features.covered &&
      lackingIn(one) === null,
  );
}

/** What has the question's words speaks of another year, and what speaks of the year has no more than half of them and is not half as likely, or hardly any and is not as likely. */
function isOutworded(best: Judged, nearest: Judged): boolean {
  return (
    nearest.features.year < 0 &&
    !goesOnInYear(best, nearest) &&
    best.features.covered <= HALF_ITS_WORDS * nearest.features.covered &&
    best.probability < (best.features.covered < FEW_WORDS ? 1 : HALF_AS_LIKELY) * nearest.probability
  );
}

/** 免税店 are told of without a number, and a number of something else stands elsewhere. */
function isFarLikelier({ asks }: Question, best: Judged, nearest: Judged): boolean {
  const { year, figure, unit } = nearest.features;
  return (
    asks === 'figure' &&
    year >= 0 &&
    (figure < 0 || unit < 0) &&
    nearest.probability >= LIKELY &&
    nearest.probability >= FAR_LIKELIER * best.probability
  );
}

/** A figure of years around the one asked for, hardly in the question's words, where another year's sentence has them. */
function isOfALongerTime({ asks }: Question, best: Judged, other: Judged): boolean {
  return (
    asks === 'figure' &&
    best.features.year === 0.5 &&
    other.features.year < 0 &&
    best.features.covered < FEW_WORDS &&
    best.features.covered <= HALF_ITS_WORDS * other.features.covered
  );
}

/** 去年打通了哪些路 is not told by a row of slogans, where the roads of this year stand in all the question's words. */
function isListOfAnotherYear({ asks }: Question, best: Judged, other: Judged): boolean {
  return (
    asks === 'list' &&
    other.features.year < 0 &&
    other.features.weakest >= EXACT &&
    best.probability < UNLIKELY &&
    best.features.covered <= HALF_ITS_WORDS * other.features.covered
  );
}
