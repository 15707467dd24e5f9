import type { Question } from '../domain/question.ts';
import type { Judged } from './decide.ts';
import { definesAsked } from './glossary-entry.ts';
import { goesOnInYear } from './goes-on-in-year.ts';
import { DUE, tellsYearDue } from './lacking-circumstance.ts';
import { asksTarget, isPlan } from './prefer-targets.ts';
import { isOfFieldAsked } from './subject-fields.ts';

/** What has most of the question's words and a figure in the very unit that is asked for is likelier than it looks: a share of the odds is enough. */
const PLAINLY = 0.4;
const MOST_WORDS = 0.6;
/** 教育今年有什么打算 is told by what is done in the field, which no single sentence looks likely to be. */
const OF_FIELD = 0.2;
/** 大桥今年能通车吗: what has not a word of a short question whether is held to more; a story says the same in other words. */
const NOT_A_WORD = 3;
/** 物业, typed as into a search box: what has not the word is held to more still. */
const NOT_THE_WORD = 5;
/** What says itself what the term means that is asked about needs a small share of them. */
const DEFINED = 0.1;
/** What goes on in the year that is asked for with what the likeliest says of another one is read by itself, and told by both. */
const GONE_ON = 0.3;
const ONE_WORD = /^\p{Script=Han}{1,4}$/u;

/** The probability with this share of the odds of another one; certainty stays certain. */
export function atOdds(share: number, probability: number): number {
  return (share * probability) / (share * probability + 1 - probability);
}

/** The share of the threshold's odds that a candidate must have. */
export function oddsFor(question: Question, one: Judged, nearest: Judged | null): number {
  const { features, reading } = one;
  if (nearest !== null && goesOnInYear(one, nearest)) return GONE_ON;
  if (definesAsked(question, reading)) return DEFINED;
  const isItsTarget = features.figure === 1 && asksTarget(question.text) && isPlan({ reading });
  if ((features.unit === 1 || isItsTarget) && features.covered >= MOST_WORDS) return PLAINLY;
  if (tellsYearDue(question, reading)) return DUE;
  if (isOfFieldAsked(question, one)) return OF_FIELD;
  if (features.covered > 0) return 1;
  const { asks, text } = question;
  if (asks === 'general' && ONE_WORD.test(text)) return NOT_THE_WORD;
  return asks === 'yesno' && !/[,，。]/u.test(text) ? NOT_A_WORD : 1;
}
