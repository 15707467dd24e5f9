import type { Question } from '../domain/question.ts';
import { namesItsGroups, tellsOfAnotherGroup } from './another-group.ts';
import { tellsAnotherMeasure } from './another-measure.ts';
import type { Judged } from './decide.ts';
import { asksTarget, isInItsWords, isPlan } from './prefer-targets.ts';
import type { Reading } from './read-candidate.ts';

/** What lacks nothing that is asked for stands for the best from this share of its likelihood on. */
const AS_WELL = 0.5;

/**
 * The best candidate, or one about as likely where the best lacks what is asked for and that one of the `whole` does not.
 * However likely it is where the best lacks the group, what names that group (职工医保补多少 is no more told by another
 * thing's figure than by 居民医保's); where it lacks the measure, what has the rest of the question (云渠GDP多少 of
 * 云渠工业区总产值5亿元); where a target is asked for and the best tells what was done, what is planned of it.
 */
export function nothingLacking(
  question: Question,
  best: Judged | undefined,
  whole: readonly Judged[],
): Judged | undefined {
  if (best === undefined || whole.includes(best)) return best;
  const ofAnother = tellsOfAnotherGroup(question, best) !== null;
  const ofMeasure = tellsAnotherMeasure(question, best) !== null;
  const wantsPlan = asksTarget(question.text) && best.reading.sentence.frame.role === 'review';
  return (
    whole.find((one) => {
      if (ofAnother) return namesItsGroups(question, one.reading);
      if (ofMeasure && hasAllItsWords(one.reading, best.reading)) return true;
      if (wantsPlan && isPlan(one) && isInItsWords(one, best)) return true;
      return one.probability >= AS_WELL * best.probability;
    }) ?? best
  );
}

/** Whether a sentence has each word of the question that another has, but for the name of the place that reports. */
function hasAllItsWords({ words, report: { facts } }: Reading, other: Reading): boolean {
  const place = facts.title + facts.issuer;
  return words.every(
    ({ word, exact }, index) =>
      exact || word.length === 1 || place.includes(word) || other.words[index]?.exact !== true,
  );
}
