import type { Question } from '../domain/question.ts';
import { isLeanedOn } from '../question/content-words.ts';
import type { Judged } from './decide.ts';
import { isLatest } from './prefer-years.ts';
import { bearsOut, isOfSameThing } from './same-thing.ts';

/** A target is taken for what is meant where it is this near to the likeliest. */
const AS_LIKELY = 0.9;
/** 今年的主要预期目标是：… */
const NAMES_TARGETS = /^[^，。；：]{0,24}目标(?:是|为)?[：:]/u;
/** … and beside another year's figure where it is half as likely, if the words fit as well. */
const HALF_AS_LIKELY = 0.4;
/** 眼下有多大 is asked of what there is: a plan's figure would be wrong. */
const FOR_NOW = 0.25;
const AS_NEAR = 0.05;
/** Of the same thing is what has at least half as much of the question's words. */
const HALF_ITS_WORDS = 0.5;
/** … or if the sentence has all words of the question. */
const ALL_WORDS = 0.99;
/** 收入增长目标 is what is planned; 超过目标 and 目标任务 are told of what was done. */
const ASKS_TARGET = /(?<!超[过出额]?了?|完成|实现|达[到成]|[比较])目标(?!任务|完成|实现)/;
/** 减少了多少, 已经建成几座: without a year it is asked of what was done, as is what there is now. */
const ASKS_DONE = /(?<!为)了(?:多少|几)|已经?[^,，]{0,8}(?:多少|几)/;

/**
 * The same thing in the other year: of plans the one among the report's targets first, since the measures that
 * follow set figures of their own for a part of it.
 */
export function otherYear(
  question: Question,
  others: readonly Judged[],
  best: Judged,
  less: number,
): Judged | undefined {
  const differing = others.filter(
    (one) =>
      differs(one, best) &&
      one.features.met >= best.features.met - less &&
      (question.asks !== 'figure' || (isOfSameThing(one, best) && bearsOut(one, best) !== false)) &&
      (!meetsWhatIsLeanedOn(question, best) || meetsWhatIsLeanedOn(question, one)),
  );
  const borneOut = differing.find((one) => question.asks === 'figure' && bearsOut(one, best) === true);
  if (borneOut !== undefined) return borneOut;
  // Of a year itself before a longer time around it, and of no earlier one than the report reviews.
  const exact = differing.filter(({ features }) => features.year === 1);
  const ofTime = exact.length > 0 ? exact : differing;
  const pool = ofTime.filter((one) => !ofTime.some((other) => isLatest(other, one)));
  const least = HALF_AS_LIKELY * (pool[0]?.probability ?? 0);
  return pool.find((one) => isTarget(one) && one.probability >= least) ?? pool[0];
}

/** A word of the earlier question that the message leans on stands in the sentence: 中央出多少 of the thing before it. */
function meetsWhatIsLeanedOn(question: Question, { reading }: Judged): boolean {
  return reading.words.some(({ word, exact }) => exact && word.length > 1 && isLeanedOn(word, question));
}

/** 增长目标是多少 asks for what is planned. */
export function asksTarget(text: string): boolean {
  return ASKS_TARGET.test(text);
}

/** The likeliest; where a target or what was done is asked for, one of that kind that is about as likely. */
export function targetFirst({ text, asks, time }: Question, able: readonly Judged[]): Judged | undefined {
  const [likeliest] = able;
  if (
    likeliest?.reading.sentence.frame.role === 'review' &&
    time.years.length === 0 &&
    ASKS_TARGET.test(text)
  )
    return (
      able.find(
        (one) =>
          isPlan(one) &&
          isInItsWords(one, likeliest) &&
          one.probability >= HALF_AS_LIKELY * likeliest.probability,
      ) ?? likeliest
    );
  if (likeliest?.reading.sentence.frame.role !== 'plan') return likeliest;
  if (time.years.length === 0 && (time.now || ASKS_DONE.test(text))) {
    const done = able.find(
      (one) => one.reading.sentence.frame.role === 'review' && isInItsWords(one, likeliest),
    );
    const least = time.now ? FOR_NOW : HALF_AS_LIKELY;
    return done !== undefined && done.probability >= least * likeliest.probability ? done : likeliest;
  }
  if (!/目标/.test(text)) return asks === 'figure' ? amongTargets(likeliest, able) : likeliest;
  return (
    able.find((one) => isTarget(one) && one.probability >= AS_LIKELY * likeliest.probability) ?? likeliest
  );
}

/** 家电下乡拿了多少补贴 is asked of that: what farmers were given last year has only 补贴. */
export function isInItsWords(one: Judged, likeliest: Judged): boolean {
  return one.features.covered >= HALF_ITS_WORDS * likeliest.features.covered;
}

/** A plan's figure beside that of what was done: the report's target for it before a measure's own figure. */
export function amongTargets(best: Judged, others: readonly Judged[]): Judged {
  if (best.reading.sentence.frame.role !== 'plan' || isTarget(best)) return best;
  const near = (one: Judged) =>
    one.probability >= HALF_AS_LIKELY * best.probability &&
    (one.features.met >= best.features.met - AS_NEAR || one.features.covered >= ALL_WORDS);
  return others.find((one) => isTarget(one) && near(one)) ?? best;
}

export function isPlan({ reading }: Pick<Judged, 'reading'>): boolean {
  return reading.sentence.frame.role === 'plan';
}

function isTarget({ reading }: Judged): boolean {
  const { sentence, text, ownStart } = reading;
  return (
    sentence.frame.role === 'plan' &&
    (/目标|指标/.test(sentence.headingPath.join() + text.slice(0, ownStart)) ||
      NAMES_TARGETS.test(text.slice(ownStart)))
  );
}

/** One tells of what was done, the other of what is planned. */
export function differs(one: Judged, other: Judged): boolean {
  const [role, otherRole] = [one.reading.sentence.frame.role, other.reading.sentence.frame.role];
  return role !== 'none' && otherRole !== 'none' && role !== otherRole;
}
