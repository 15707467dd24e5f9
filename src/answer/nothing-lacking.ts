import type { Question } from '../domain/question.ts';
import { namesItsGroups, tellsOfAnotherGroup } from './another-group.ts';
import type { Judged } from './decide.ts';
import { asksTarget, isInItsWords, isPlan } from './prefer-targets.ts';

/** What lacks nothing that is asked for stands for the best from this share of its likelihood on. */
const AS_WELL = 0.5;

/**
 * The best candidate, or one about as likely where the best lacks what is asked for and that one of the `whole` does not.
 * However likely it is where the best lacks the group, what names that group (职工医保补多少 is no more told by another
 * thing's figure than by 居民医保's); where a target is asked for and the best tells what was done, what is planned of it.
 */
export function nothingLacking(
  question: Question,
  best: Judged | undefined,
  whole: readonly Judged[],
): Judged | undefined {
  if (best === undefined || whole.includes(best)) return best;
  const ofAnother = tellsOfAnotherGroup(question, best) !== null;
  const wantsPlan = asksTarget(question.text) && best.reading.sentence.frame.role === 'review';
  return (
    whole.find((one) => {
      if (ofAnother) return namesItsGroups(question, one.reading);
      if (wantsPlan && isPlan(one) && isInItsWords(one, best)) return true;
      return one.probability >= AS_WELL * best.probability;
    }) ?? best
  );
}
