import type { Question } from '../domain/question.ts';
import { namesTopic } from '../question/content-words.ts';
import type { Judged } from './decide.ts';

/** 那水呢 */
const NEW_TOPIC = /^那?么?(?<topic>\p{Script=Han}{1,8})呢/u;
/** What has the new word of a follow-up is meant rather than what has only those it leans on. */
const NEW_WORD = 0.4;
/** What has all words of the question is meant rather than what has fewer. */
const ALL_ITS_WORDS = 0.9;
/** What has the question's words must be about as likely as the best one. */
const SHARE_OF_BEST = 0.6;

/** A figure is rather that of the sentence with the question's own words than of one that is only like it. */
export function inItsWords(
  question: Question,
  best: Judged | undefined,
  able: readonly Judged[],
): Judged | undefined {
  if (best === undefined || question.asks !== 'figure' || best.features.covered >= ALL_ITS_WORDS) return best;
  const worded = able.find(
    (one) => one.features.covered >= ALL_ITS_WORDS && one.probability >= SHARE_OF_BEST * best.probability,
  );
  return worded ?? best;
}

/** 水呢 after a question about the air is rather answered by a sentence that has 水 in it. */
export function withWhatIsNew(
  { leansOn = '', raw }: Question,
  best: Judged | undefined,
  able: readonly Judged[],
): Judged | undefined {
  if (best === undefined || leansOn === '') return best;
  const topic = NEW_TOPIC.exec(raw)?.groups?.topic;
  const isNew = (one: Judged) =>
    (topic !== undefined && one.reading.text.includes(topic)) ||
    one.reading.words.some(
      (word) => word.exact && namesTopic(word) && raw.includes(word.word) && !leansOn.includes(word.word),
    );
  if (isNew(best)) return best;
  return able.find((one) => one.probability >= NEW_WORD * best.probability && isNew(one)) ?? best;
}
